/** How this person reads times, days, numbers and money: in their own locale, at the time where they are. */
export class Formats {
  readonly #locale: string;

  constructor(locale: string | null | undefined = null) {
    this.#locale = locale ?? navigator.language;
  }

  time(instant: Date | string): string {
    return this.#at(instant, { timeStyle: 'short' });
  }

  dayAndTime(instant: Date | string): string {
    return this.#at(instant, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: 'numeric',
      minute: '2-digit',
    });
  }

  /** The time alone while it is today's. */
  short(instant: Date | string): string {
    const isToday = new Date(instant).toDateString() === new Date().toDateString();
    return isToday ? this.time(instant) : this.dayAndTime(instant);
  }

  /** A day without a time, such as `2026-03-29`, which is the same day everywhere. */
  day(day: string): string {
    const midnight = new Date(`${day}T00:00:00Z`);
    return this.#at(midnight, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  }

  number(value: number): string {
    return this.#as(value, { maximumFractionDigits: 1 });
  }

  percent(value: number): string {
    return this.#as(value, { style: 'percent', maximumFractionDigits: 0 });
  }

  money(amount: number, currency: string): string {
    const isLarge = Math.abs(amount) >= 1000;
    return this.#as(amount, {
      style: 'currency',
      currency,
      ...(isLarge ? { maximumFractionDigits: 0 } : {}),
    });
  }

  #at(instant: Date | string, options: Intl.DateTimeFormatOptions): string {
    return new Intl.DateTimeFormat(this.#locale, options).format(new Date(instant));
  }

  #as(value: number, options: Intl.NumberFormatOptions): string {
    return new Intl.NumberFormat(this.#locale, options).format(value);
  }
}

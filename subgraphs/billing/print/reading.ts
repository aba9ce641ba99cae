import { formatDay, formatMoney } from '../../../shared/format';
import { inLanguage } from '../../../shared/language';
import { Money } from '../../../shared/money';
import { EN } from './texts/en';
import { IT } from './texts/it';
import type { PrintText } from './texts/print-text';
import { SW } from './texts/sw';

/** The words of a document's language, and how its reader writes amounts and days. */
export interface Reading {
  said: PrintText;
  locale: string;
  money(minorUnits: number): string;
  day(day: string): string;
}

export const readingFor = (locale: string, currency: string): Reading => ({
  said: inLanguage({ en: EN, it: IT, sw: SW }, locale),
  locale,
  money: (minorUnits) => formatMoney(new Money(minorUnits, currency), locale),
  day: (day) => formatDay(day, locale),
});

/** What documents and money must come to: calculated a second time, in whole numbers, without anything of the program's. */
export interface ModelLine {
  id: string;
  percent: bigint;
  netMinor: number;
  leftMinor: number;
}

export interface ModelInvoice {
  id: string;
  customer: number;
  lines: ModelLine[];
  total: number;
  paid: number;
  credited: number;
  /** Of each rate what no credit note took yet. */
  left: Map<bigint, { net: number; tax: number }>;
}

export interface ModelPayment {
  id: string;
  customer: number;
  amount: number;
  kept: number;
  refunded: number;
  voided: boolean;
  /** What invoices have of it, in the order in which they first got something. */
  given: Map<string, number>;
}

/** Per cent, half up; nothing here is below zero. */
const taxOn = (net: number, percent: bigint): number => Number((2n * BigInt(net) * percent + 100n) / 200n);

const add = (map: Map<string, number>, id: string, amount: number): void => {
  map.set(id, (map.get(id) ?? 0) + amount);
};
const sum = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

export class MoneyModel {
  readonly invoices: ModelInvoice[] = [];
  readonly payments: ModelPayment[] = [];
  notes = 0;

  invoice(id: string): ModelInvoice {
    return this.invoices.find((each) => each.id === id)!;
  }

  balance = ({ total, paid, credited }: ModelInvoice): number => total - paid - credited;

  /** Each line rounded, the tax of each rate once on their sum. */
  issue(id: string, customer: number, lines: Omit<ModelLine, 'leftMinor'>[]): void {
    const left: ModelInvoice['left'] = new Map();
    for (const { percent, netMinor } of lines)
      left.set(percent, { net: (left.get(percent)?.net ?? 0) + netMinor, tax: 0 });
    for (const [percent, group] of left) group.tax = taxOn(group.net, percent);
    const total = sum([...left.values()], ({ net, tax }) => net + tax);
    const kept = lines.map((line) => ({ ...line, leftMinor: line.netMinor }));
    this.invoices.push({ id, customer, lines: kept, total, paid: 0, credited: 0, left });
  }

  /** Some of a line, or all that is left of the invoice; who takes the last of a rate takes its tax. Null: refused. */
  credit(invoice: ModelInvoice, line: ModelLine | null, amount: number): number | null {
    const wanted = line
      ? [{ line, amount }]
      : invoice.lines.map((each) => ({ line: each, amount: each.leftMinor }));
    if (wanted.every((each) => each.amount === 0) || (line && amount > line.leftMinor)) return null;
    const byRate = new Map<bigint, number>();
    for (const each of wanted) {
      each.line.leftMinor -= each.amount;
      byRate.set(each.line.percent, (byRate.get(each.line.percent) ?? 0) + each.amount);
    }
    let total = 0;
    for (const [percent, net] of byRate) {
      const left = invoice.left.get(percent)!;
      const tax = net === left.net ? left.tax : Math.min(taxOn(net, percent), left.tax);
      left.net -= net;
      left.tax -= tax;
      total += net + tax;
    }
    invoice.credited += total;
    this.notes += 1;
    return total;
  }

  /** What each would get; null: refused. */
  private shares(invoices: readonly ModelInvoice[], amount: number): Map<string, number> | null {
    const shares = new Map<string, number>();
    let left = amount;
    for (const invoice of invoices) {
      const open = this.balance(invoice);
      if (open <= 0 || invoice.customer !== invoices[0]!.customer) return null;
      const share = Math.min(left, open);
      left -= share;
      if (share > 0) shares.set(invoice.id, share);
    }
    return shares;
  }

  mayPay(invoices: readonly ModelInvoice[], amount: number, keepRest: boolean): boolean {
    const shares = this.shares(invoices, amount);
    return shares !== null && (keepRest || sum([...shares.values()], (share) => share) === amount);
  }

  pay(id: string, invoices: readonly ModelInvoice[], amount: number): void {
    const given = this.shares(invoices, amount)!;
    for (const [invoice, share] of given) this.invoice(invoice).paid += share;
    const kept = amount - sum([...given.values()], (share) => share);
    const { customer } = invoices[0]!;
    this.payments.push({ id, customer, amount, kept, refunded: 0, voided: false, given });
  }

  deposit(id: string, customer: number, amount: number): void {
    this.payments.push({ id, customer, amount, kept: amount, refunded: 0, voided: false, given: new Map() });
  }

  kept = (customer: number): number =>
    sum(
      this.payments.filter((payment) => payment.customer === customer),
      ({ kept }) => kept,
    );

  /** From what was left first. False: refused. */
  apply(invoice: ModelInvoice, amount: number): boolean {
    if (amount > this.balance(invoice) || amount > this.kept(invoice.customer)) return false;
    let left = amount;
    for (const payment of this.payments.filter(({ customer }) => customer === invoice.customer)) {
      const part = Math.min(left, payment.kept);
      if (part === 0) continue;
      payment.kept -= part;
      add(payment.given, invoice.id, part);
      invoice.paid += part;
      left -= part;
    }
    return true;
  }

  /** First what was credited, then what is kept, then what was paid last. False: refused. */
  refund(payment: ModelPayment, amount: number): boolean {
    if (payment.voided || amount > payment.amount - payment.refunded) return false;
    let left = amount;
    const newest = [...payment.given.keys()].reverse().filter((id) => payment.given.get(id)! > 0);
    const takeFrom = (id: string, most: number): void => {
      const taken = Math.min(left, Math.max(0, most));
      add(payment.given, id, -taken);
      this.invoice(id).paid -= taken;
      left -= taken;
    };
    for (const id of newest) takeFrom(id, Math.min(payment.given.get(id)!, -this.balance(this.invoice(id))));
    const kept = Math.min(left, payment.kept);
    payment.kept -= kept;
    left -= kept;
    for (const id of newest) takeFrom(id, payment.given.get(id)!);
    payment.refunded += amount;
    return true;
  }

  /** False: refused. */
  void(payment: ModelPayment): boolean {
    if (payment.voided || payment.refunded > 0) return false;
    for (const [id, share] of payment.given) this.invoice(id).paid -= share;
    Object.assign(payment, { voided: true, kept: 0, given: new Map() });
    return true;
  }

  /** What a customer owes in all. */
  owes(customer: number): number {
    const theirs = <T extends { customer: number }>(all: T[]) =>
      all.filter((one) => one.customer === customer);
    return (
      sum(theirs(this.invoices), ({ total, credited }) => total - credited) -
      sum(theirs(this.payments), ({ amount, refunded, voided }) => (voided ? 0 : amount - refunded))
    );
  }

  spent = (customer: number): number =>
    sum(
      this.invoices.filter((invoice) => invoice.customer === customer),
      ({ paid, total, credited }) => Math.min(paid, total - credited),
    );
}

import { Dice } from '../../program/demo/random';
import { useGraph } from '../harness/graph';
import { MoneyModel } from './money-model.fixtures';
import {
  amountOf,
  type Books,
  booksOf,
  command,
  creditOf,
  expectInOrder,
  issueAtRandom,
  openTill,
  type Till,
  total,
} from './money-property.fixtures';

/**
 * Documents and money at random. One after another, beside a model that knows what each must come to; and side by side,
 * where whatever went through must add up. No sum may differ by the smallest unit.
 */
const graph = useGraph();
const STEPS = 45;
const HANDS = 5;
const STEPS_OF_EACH = 9;

const kept = ({ balance }: Books['a']) => total(balance, ({ minorUnits }) => minorUnits);
const spent = ({ totalSpent }: Books['a']) => total(totalSpent, ({ minorUnits }) => minorUnits);
const closing = ({ accounts }: Books['as']) => accounts[0]?.closing.minorUnits ?? 0;

/** One command at random; the model says first whether it is taken, and what it comes to. */
async function step(till: Till, model: MoneyModel, dice: Dice): Promise<void> {
  const kind = model.invoices.length < 2 ? 0 : dice.below(9);
  const customer = dice.below(2);
  const invoice = dice.pick(model.invoices);
  const payment = dice.pick(model.payments);
  const some = 1 + dice.below(60_000);
  if (kind <= 1) {
    const made = await issueAtRandom(till, dice, customer);
    model.issue(made.id, customer, made.lines);
    expect(model.invoice(made.id).total).toBe(made.total);
  } else if (kind === 2 || !payment) {
    const { data } = await command(till, 'recordDeposit', {
      customerId: till.customers[customer]!.customerId,
      amount: amountOf(till, some),
    });
    model.deposit(data!.recordDeposit.id, customer, some);
  } else if (kind <= 4) {
    const of = [...new Set([invoice, dice.pick(model.invoices)])].slice(0, 1 + dice.below(2));
    const keepRest = dice.below(2) === 0;
    const amount = dice.below(3) === 0 ? Math.max(1, model.balance(invoice)) : some;
    const taken = model.mayPay(of, amount, keepRest);
    const { data } = await command(till, 'recordPayment', {
      amount: amountOf(till, amount),
      keepRest,
      invoices: of.map(({ id }) => ({ invoiceId: id })),
    });
    expect(data !== null).toBe(taken);
    if (data) model.pay(data.recordPayment.id, of, amount);
  } else if (kind === 5) {
    const { data } = await command(till, 'applyDeposit', {
      invoiceId: invoice.id,
      amount: amountOf(till, some),
    });
    expect(data !== null).toBe(model.apply(invoice, some));
  } else if (kind === 6) {
    const amount = dice.below(3) === 0 ? payment.amount - payment.refunded || 1 : some;
    const { data } = await command(till, 'refundPayment', {
      paymentId: payment.id,
      amount: amountOf(till, amount),
    });
    expect(data !== null).toBe(model.refund(payment, amount));
  } else if (kind === 7) {
    const line = dice.below(3) === 0 ? null : dice.pick(invoice.lines);
    const amount = 1 + dice.below(line?.leftMinor || 9);
    const { data } = await creditOf(till, invoice.id, line ? { id: line.id, amount } : undefined);
    expect(data?.creditInvoice.total.minorUnits ?? null).toBe(model.credit(invoice, line, amount));
  } else {
    const { data } = await command(till, 'voidPayment', { id: payment.id });
    expect(data !== null).toBe(model.void(payment));
  }
}

function expectAsModelled(model: MoneyModel, books: Books): void {
  expect(
    books.invoices.nodes.map(({ id, amountPaid, amountCredited }) => [
      id,
      amountPaid.minorUnits,
      amountCredited.minorUnits,
    ]),
  ).toEqual(model.invoices.map(({ id, paid, credited }) => [id, paid, credited]));
  const shares = (given: readonly (readonly [string, number])[]) => {
    const sums = new Map<string, number>();
    for (const [id, amount] of given) sums.set(id, (sums.get(id) ?? 0) + amount);
    return [...sums].filter(([, amount]) => amount !== 0).sort();
  };
  expect(
    [...books.payments.nodes]
      .reverse()
      .map(({ id, amountKept, amountRefunded, allocations }) => [
        id,
        amountKept.minorUnits,
        amountRefunded.minorUnits,
        shares(allocations.map(({ invoiceId, amount }) => [invoiceId, amount.minorUnits] as const)),
      ]),
  ).toEqual(model.payments.map(({ id, kept, refunded, given }) => [id, kept, refunded, shares([...given])]));
  const customers = [0, 1];
  expect([books.a, books.b].map(kept)).toEqual(customers.map((n) => model.kept(n)));
  expect([books.a, books.b].map(spent)).toEqual(customers.map((n) => model.spent(n)));
  expect([books.as, books.bs].map(closing)).toEqual(customers.map((n) => model.owes(n)));
}

test.each([
  ['EUR', 20261128],
  ['JPY', 7],
  ['TND', 4711],
])('one after another in %s, from seed %i', async (currency, seed) => {
  const till = await openTill(graph, currency);
  const model = new MoneyModel();
  const dice = new Dice(seed);
  for (let n = 1; n <= STEPS; n += 1) {
    await step(till, model, dice);
    if (n % 5 === 0) expectAsModelled(model, await booksOf(till));
  }
  await expectInOrder(till, await booksOf(till));
});

/** What went through, as the answers told it. */
interface Tally {
  credited: number;
  received: number;
  refunded: number;
  invoices: string[];
  payments: { id: string; amount: number }[];
}

async function hand(till: Till, dice: Dice, tally: Tally): Promise<void> {
  for (let n = 0; n < STEPS_OF_EACH; n += 1) {
    const [invoiceId, payment] = [dice.pick(tally.invoices), dice.pick(tally.payments)];
    const some = 1 + dice.below(30_000);
    const amount = amountOf(till, some);
    switch (payment ? dice.below(6) : 0) {
      case 0:
      case 1: {
        const of = [...new Set([invoiceId, dice.pick(tally.invoices)])].map((id) => ({ invoiceId: id }));
        const { data } = await command(till, 'recordPayment', { amount, keepRest: true, invoices: of });
        if (!data) break;
        tally.received += some;
        tally.payments.push({ id: data.recordPayment.id, amount: some });
        break;
      }
      case 2:
        await command(till, 'applyDeposit', { invoiceId });
        break;
      case 3: {
        const { data } = await command(till, 'refundPayment', { paymentId: payment!.id, amount });
        if (data) tally.refunded += some;
        break;
      }
      case 4: {
        const { data } = await creditOf(till, invoiceId);
        tally.credited += data?.creditInvoice.total.minorUnits ?? 0;
        break;
      }
      default: {
        const { data } = await command(till, 'voidPayment', { id: payment!.id });
        if (data) tally.received -= payment!.amount;
      }
    }
  }
}

test.each([
  ['EUR', 1],
  ['TND', 20260401],
])('side by side in %s, from seed %i', async (currency, seed) => {
  const till = await openTill(graph, currency);
  const dice = new Dice(seed);
  const tally: Tally = { credited: 0, received: 0, refunded: 0, invoices: [], payments: [] };
  let billed = 0;
  for (let n = 0; n < 6; n += 1) {
    const made = await issueAtRandom(till, dice, 0);
    tally.invoices.push(made.id);
    billed += made.total;
  }
  await Promise.all(Array.from({ length: HANDS }, (_, n) => hand(till, new Dice(seed + n), tally)));
  const books = await booksOf(till);
  await expectInOrder(till, books);
  const { credited, received, refunded } = tally;
  expect(total(books.invoices.nodes, (invoice) => invoice.amountCredited.minorUnits)).toBe(credited);
  expect(total(books.payments.nodes, (payment) => payment.amountRefunded.minorUnits)).toBe(refunded);
  const paid = total(books.invoices.nodes, (invoice) => invoice.amountPaid.minorUnits);
  expect(paid + kept(books.a)).toBe(received - refunded);
  expect(closing(books.as)).toBe(billed - credited - received + refunded);
});

import { Dice } from '../../program/demo/random';
import { decimalsOf } from '../../shared/money';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { billingShop, buyer, issued, sendCredit } from './billing.fixtures';
import { adrift, sendMoney } from './payments.fixtures';

const M = '{ minorUnits }';
const BOOKS = `query ($a: ID!, $b: ID!) {
  a: customer(id: $a) { balance ${M} totalSpent ${M} } b: customer(id: $b) { balance ${M} totalSpent ${M} }
  as: customerStatement(customerId: $a, from: "2020-01-01") { accounts { opening ${M} closing ${M} lines { debit ${M} credit ${M} balance ${M} } } }
  bs: customerStatement(customerId: $b, from: "2020-01-01") { accounts { opening ${M} closing ${M} lines { debit ${M} credit ${M} balance ${M} } } }
  invoices(first: 100, orderBy: OLDEST) { nodes { id number total ${M} amountPaid ${M} amountCredited ${M} balance ${M} } }
  payments(first: 100) { nodes { id status amount ${M} amountKept ${M} amountRefunded ${M}
    allocations { invoiceId amount ${M} } receipt { number total ${M} } } } }`;

interface Minor {
  minorUnits: number;
}
interface Statement {
  accounts: {
    opening: Minor;
    closing: Minor;
    lines: { debit: Minor; credit: Minor; balance: Minor }[];
  }[];
}
interface Customer {
  balance: Minor[];
  totalSpent: Minor[];
}
export interface Books {
  a: Customer;
  b: Customer;
  as: Statement;
  bs: Statement;
  invoices: {
    nodes: {
      id: string;
      number: string;
      total: Minor;
      amountPaid: Minor;
      amountCredited: Minor;
      balance: Minor;
    }[];
  };
  payments: {
    nodes: {
      id: string;
      status: string;
      amount: Minor;
      amountKept: Minor;
      amountRefunded: Minor;
      allocations: { invoiceId: string; amount: Minor }[];
      receipt: { number: string; total: Minor };
    }[];
  };
}

export interface Till {
  graph: TestGraph;
  shopId: string;
  client: GraphClient;
  currency: string;
  customers: { customerId: string; vehicleId: string }[];
}

/** A shop of two rates, with two customers. */
export async function openTill(graph: TestGraph, currency: string): Promise<Till> {
  const shop = await billingShop(graph, { currency });
  await shop.admin.client.ask(
    'mutation { createTaxRate(input: { name: "R", category: REDUCED, percent: "10", validFrom: "2020-01-01" }) { id } }',
  );
  const { client } = await shop.staff('MANAGER');
  return { graph, shopId: shop.id, client, currency, customers: [await buyer(client), await buyer(client)] };
}

export function amountOf({ currency }: Pick<Till, 'currency'>, minorUnits: number) {
  const decimals = decimalsOf(currency);
  const digits = String(minorUnits).padStart(decimals + 1, '0');
  const amount = decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
  return { amount, currency };
}

export async function issueAtRandom(till: Till, dice: Dice, customer: number) {
  const lines = Array.from({ length: 1 + dice.below(3) }, () => ({
    quantity: 1 + dice.below(4),
    price: 1 + dice.below(20_000),
    reduced: dice.below(3) === 0,
  }));
  const made = await issued(
    till.client,
    {
      lines: lines.map(({ quantity, price, reduced }) => ({
        type: 'OTHER',
        description: 'Something',
        quantity: String(quantity),
        unitPrice: amountOf(till, price),
        taxCategory: reduced ? 'REDUCED' : 'STANDARD',
      })),
    },
    till.customers[customer],
  );
  return {
    id: made.id,
    total: made.total.minorUnits,
    lines: lines.map(({ quantity, price, reduced }, n) => ({
      id: made.lines[n]!.id,
      percent: reduced ? 10n : 22n,
      netMinor: quantity * price,
    })),
  };
}

export const creditOf = (till: Till, invoiceId: string, line?: { id: string; amount: number }) =>
  sendCredit(
    till.client,
    invoiceId,
    line ? { lines: [{ invoiceLineId: line.id, amount: amountOf(till, line.amount) }] } : {},
  );

export const command = (till: Till, name: Parameters<typeof sendMoney>[1], input: Record<string, unknown>) =>
  sendMoney(till.client, name, input);

export async function booksOf({ client, customers }: Till): Promise<Books> {
  const [a, b] = customers.map(({ customerId }) => customerId);
  return client.ask<Books>(BOOKS, { a, b });
}

export const total = <T>(all: readonly T[], of: (one: T) => number): number =>
  all.reduce((sum, one) => sum + of(one), 0);

const numbersOf = (numbers: readonly string[]) => numbers.map((number) => Number(number.split('-').at(-1)));
const oneTo = (last: number) => Array.from({ length: last }, (_, n) => n + 1);

/** What must hold of any books, whatever was done: each unit is somewhere, and once. */
export async function expectInOrder(till: Till, books: Books): Promise<void> {
  const { invoices, payments } = books;
  for (const { id, total: of, amountPaid, amountCredited, balance } of invoices.nodes) {
    expect(balance.minorUnits).toBe(of.minorUnits - amountPaid.minorUnits - amountCredited.minorUnits);
    expect(amountCredited.minorUnits).toBeLessThanOrEqual(of.minorUnits);
    const shares = payments.nodes.flatMap(({ allocations }) => allocations).filter((a) => a.invoiceId === id);
    expect(total(shares, ({ amount }) => amount.minorUnits)).toBe(amountPaid.minorUnits);
  }
  for (const { status, amount, amountKept, amountRefunded, allocations, receipt } of payments.nodes) {
    const given = total(allocations, (share) => share.amount.minorUnits);
    const whole = given + amountKept.minorUnits + amountRefunded.minorUnits;
    expect([status, whole]).toEqual([status, status === 'VOIDED' ? 0 : amount.minorUnits]);
    expect(receipt.total).toEqual(amount);
  }
  expect(numbersOf(invoices.nodes.map(({ number }) => number)).sort((a, b) => a - b)).toEqual(
    oneTo(invoices.nodes.length),
  );
  expect(numbersOf(payments.nodes.map(({ receipt }) => receipt.number)).sort((a, b) => a - b)).toEqual(
    oneTo(payments.nodes.length),
  );
  for (const { accounts } of [books.as, books.bs])
    for (const { opening, closing, lines } of accounts) {
      let balance = opening.minorUnits;
      for (const line of lines) {
        balance += line.debit.minorUnits - line.credit.minorUnits;
        expect(line.balance.minorUnits).toBe(balance);
      }
      expect(closing.minorUnits).toBe(balance);
    }
  expect(await adrift(till.graph, till.shopId)).toEqual([]);
}

import { Dice } from '../../program/demo/random';
import { useGraph } from '../harness/graph';
import {
  type Buying,
  done,
  euro,
  type Move,
  move,
  newPart,
  ORDER_REQUESTS,
  type Order,
  openBuying,
  RECEIVE,
  request,
  send,
} from './purchasing.fixtures';
import { refusalOf } from './scheduling.fixtures';

/**
 * Commands at random, with an oracle beside them that only counts: what was asked for is open, on an order, given up or
 * here, and nowhere twice.
 */
const graph = useGraph();
const STEPS = 120;
const PARTS = 4;

interface Bought {
  id: string;
  status: string;
  /** By part: what was ordered, what of it was asked for by a request, and what came. */
  lines: Map<string, { ordered: number; asked: number; came: number }>;
}

class Oracle {
  readonly open = new Map<string, number>();
  readonly givenUp = new Map<string, number>();
  readonly orders: Bought[] = [];

  add(of: Map<string, number>, part: string, quantity: number): void {
    of.set(part, (of.get(part) ?? 0) + quantity);
  }

  order(id: string, wanted: Map<string, number>): void {
    const lines = new Map<string, { ordered: number; asked: number; came: number }>();
    for (const [part, ordered] of wanted) {
      const asked = Math.min(ordered, this.open.get(part)!);
      this.add(this.open, part, -asked);
      lines.set(part, { ordered, asked, came: 0 });
    }
    this.orders.push({ id, status: 'DRAFT', lines });
  }

  /** What the order does not bring goes there. */
  end(order: Bought, status: string, to: Map<string, number>): void {
    order.status = status;
    for (const [part, line] of order.lines) {
      const missing = line.asked - Math.min(line.asked, line.came);
      this.add(to, part, missing);
      line.asked -= missing;
    }
  }

  came(part: string): number {
    return this.orders.reduce((sum, { lines }) => sum + (lines.get(part)?.came ?? 0), 0);
  }

  served(part: string): number {
    return this.orders.reduce((sum, { lines }) => sum + (lines.get(part)?.asked ?? 0), 0);
  }
}

let buying: Buying;
beforeAll(async () => {
  buying = await openBuying(graph);
});

interface Counted {
  open: number;
  openRequests: number;
  ordered: number;
  dismissed: number;
  here: number;
  unexplained: number;
}

/** What the database says of a part, counted past the program. */
async function counted(part: string): Promise<Counted> {
  const [row] = await graph.sql<Counted>(
    `select coalesce(sum(quantity) filter (where status = 'OPEN'), 0)::float as open,
       (count(*) filter (where status = 'OPEN'))::int as "openRequests",
       coalesce(sum(quantity) filter (where status = 'ORDERED'), 0)::float as ordered,
       coalesce(sum(quantity) filter (where status = 'DISMISSED' and merged_into_id is null), 0)::float as dismissed,
       coalesce((select sum(quantity) from inventory.stock_movement where part_id = $1), 0)::float as here,
       (count(*) filter (where merged_into_id is null and quantity <> (select sum(c.quantity)
         from inventory.purchase_request_cause c where c.purchase_request_id = r.id)))::int as unexplained
     from inventory.purchase_request r where part_id = $1`,
    [part],
  );
  return row!;
}

class Walk {
  readonly oracle = new Oracle();

  constructor(
    private readonly dice: Dice,
    private readonly parts: readonly string[],
  ) {}

  async step(): Promise<void> {
    const ends = () => this.end(this.dice.pick(['cancel', 'reject', 'close', 'closeForGood'] as const));
    const acts = [
      () => this.ask(),
      () => this.ask(),
      () => this.orderOpen(),
      () => this.orderOpen(),
      () => this.forward(),
      () => this.forward(),
      () => this.forward(),
      () => this.receive(),
      () => this.receive(),
      () => this.receive(),
      () => this.receive(),
      ends,
      () => this.dismiss(),
    ];
    await this.dice.pick(acts)();
  }

  private async ask(): Promise<void> {
    const part = this.dice.pick(this.parts);
    const quantity = 1 + this.dice.below(9);
    await request(buying, part, String(quantity));
    this.oracle.add(this.oracle.open, part, quantity);
  }

  private async openIds(): Promise<Map<string, string>> {
    const rows = await graph.sql<{ id: string; part: string }>(
      `select id, part_id as part from inventory.purchase_request where status = 'OPEN' and part_id = any($1)`,
      [this.parts],
    );
    const ids = new Map(rows.map(({ id, part }) => [part, id]));
    return new Map(this.parts.flatMap((part) => (ids.has(part) ? [[part, ids.get(part)!]] : [])));
  }

  private async orderOpen(): Promise<void> {
    const open = [...(await this.openIds())].filter(() => this.dice.next() < 0.6);
    if (open.length === 0) return;
    const wanted = new Map(open.map(([part]) => [part, 1 + this.dice.below(12)]));
    const requests = open.map(([part, requestId]) => ({
      requestId,
      supplierId: buying.supplierId,
      quantity: String(wanted.get(part)),
      unitPrice: euro('1.00'),
    }));
    const [order] = await done(send<Order[]>(buying.buyer.client, ORDER_REQUESTS, { input: { requests } }));
    this.oracle.order(order!.id, wanted);
  }

  private some(...states: string[]): Bought | undefined {
    const found = this.oracle.orders.filter(({ status }) => states.includes(status));
    return found.length ? this.dice.pick(found) : undefined;
  }

  private async forward(): Promise<void> {
    const order = this.some('DRAFT', 'PENDING', 'APPROVED');
    if (!order) return;
    const [what, who, next] = {
      DRAFT: ['submit', buying.buyer, 'PENDING'] as const,
      PENDING: ['approve', buying.approver, 'APPROVED'] as const,
      APPROVED: ['send', buying.buyer, 'ORDERED'] as const,
    }[order.status]!;
    await done(move(who.client, what, order.id));
    order.status = next;
  }

  private async receive(): Promise<void> {
    const order = this.some('ORDERED');
    if (!order) return;
    const { purchaseOrder } = await buying.buyer.client.ask<{ purchaseOrder: Order }>(
      'query ($id: ID!) { purchaseOrder(id: $id) { lines { id part { id } } } }',
      { id: order.id },
    );
    const line = this.dice.pick(purchaseOrder.lines);
    const known = order.lines.get(line.part!.id)!;
    const left = known.ordered - known.came;
    const quantity = this.dice.next() < 0.4 ? Math.max(left, 1) : 1 + this.dice.below(6);
    const answer = await send(buying.buyer.client, RECEIVE, {
      id: order.id,
      input: { lines: [{ lineId: line.id, quantity: String(quantity) }] },
    });
    if (known.came + quantity > known.ordered)
      return expect(refusalOf(answer)).toBe('BAD_INPUT input.lines.0.quantity: BEYOND_ORDER');
    expect(refusalOf(answer)).toBeUndefined();
    known.came += quantity;
    if ([...order.lines.values()].every(({ came, ordered }) => came === ordered)) order.status = 'RECEIVED';
    expect(answer.data!.done.status).toBe(order.status);
  }

  private async end(what: Move): Promise<void> {
    const closes = what === 'close' || what === 'closeForGood';
    const order = closes ? this.some('ORDERED') : this.some('PENDING', 'ORDERED');
    if (!order || (what === 'reject' && order.status !== 'PENDING')) return;
    const hasCome = [...order.lines.values()].some(({ came }) => came > 0);
    const answer = await move(buying.approver.client, what, order.id);
    if (closes !== hasCome)
      return expect(refusalOf(answer)).toBe(`CONFLICT ${closes ? 'NOTHING' : 'ALREADY'}_RECEIVED`);
    const { open, givenUp } = this.oracle;
    this.oracle.end(order, answer.data!.done.status, what === 'closeForGood' ? givenUp : open);
  }

  private async dismiss(): Promise<void> {
    if (this.dice.next() < 0.6) return;
    const open = [...(await this.openIds())];
    if (open.length === 0) return;
    const [part, id] = this.dice.pick(open);
    await buying.buyer.client.ask(
      'mutation ($id: ID!) { dismissPurchaseRequest(id: $id, reason: "Enough.") { id } }',
      { id },
    );
    const { oracle } = this;
    oracle.add(oracle.givenUp, part, oracle.open.get(part)!);
    oracle.open.set(part, 0);
  }
}

it.each([20261128, 7, 424242])(
  'from seed %i, nothing that was asked for is lost or bought twice',
  async (seed) => {
    const parts: string[] = [];
    for (let n = 0; n < PARTS; n += 1) parts.push((await newPart(buying)).id);
    const walk = new Walk(new Dice(seed), parts);
    for (let step = 0; step < STEPS; step += 1) {
      await walk.step();
      const { oracle } = walk;
      for (const part of parts) {
        const open = oracle.open.get(part) ?? 0;
        expect({ step, ...(await counted(part)) }).toEqual({
          step,
          open,
          openRequests: open > 0 ? 1 : 0,
          ordered: oracle.served(part),
          dismissed: oracle.givenUp.get(part) ?? 0,
          here: oracle.came(part),
          unexplained: 0,
        });
      }
    }
    const states = new Set(walk.oracle.orders.map(({ status }) => status));
    expect(states.size).toBeGreaterThan(3);
  },
);

/** Thousandths: an integer for every quantity there is. */
export type Mille = number;

export const mille = (text: string): Mille => {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d{1,3}))?$/.exec(text)!;
  return (sign ? -1 : 1) * (Number(whole) * 1000 + Number(fraction.padEnd(3, '0')));
};
export const text = (value: Mille): string =>
  `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 1000)}.${String(Math.abs(value) % 1000).padStart(3, '0')}`;

interface ModelTransfer {
  from: string;
  to: string;
  asked: Map<string, Mille>;
  approved: boolean;
  closed: boolean;
  shipped: Map<string, Mille> | null;
  received: Map<string, Mille>;
  writtenOff: boolean;
  cut: Map<string, Mille>;
}

interface ModelOrder {
  from: string;
  sold: Map<string, Mille>;
  /** Whether it was ever processed: once is enough, because what a count takes is taken up again by another time. */
  tried: boolean;
  holds: boolean;
  /** Handed over or called off: what is answered later changes nothing. */
  over: boolean;
  cut: Map<string, Mille>;
}

const add = (to: Map<string, Mille>, key: string, value: Mille): void => {
  to.set(key, (to.get(key) ?? 0) + value);
};

/**
 * What stock comes to, by what the commands were answered and by nothing else: whatever order they were done in, their
 * effects add up to the same.
 */
export class StockModel {
  private readonly moved = new Map<string, Mille>();
  private readonly posted = new Set<string>();
  readonly transfers = new Map<string, ModelTransfer>();

  adjusted(partId: string, locationId: string, difference: Mille): void {
    add(this.moved, `${partId} ${locationId}`, difference);
  }

  readonly orders = new Map<string, ModelOrder>();

  /** Taken from what a transfer or an order holds. */
  cut(id: string, partId: string, quantity: Mille): void {
    add((this.transfers.get(id) ?? this.orders.get(id)!).cut, partId, quantity);
  }

  ordered(id: string, from: string, sold: Map<string, Mille>): void {
    this.orders.set(id, { from, sold, tried: false, holds: false, over: false, cut: new Map() });
  }

  processed(id: string): void {
    const order = this.orders.get(id)!;
    order.holds = !order.over;
  }

  calledOff(id: string): void {
    Object.assign(this.orders.get(id)!, { over: true, holds: false });
  }

  /** Once, however often it is told. */
  delivered(id: string): void {
    const order = this.orders.get(id)!;
    if (order.over) return;
    this.calledOff(id);
    for (const [partId, quantity] of order.sold) this.adjusted(partId, order.from, -quantity);
  }

  requested(id: string, from: string, to: string, asked: Map<string, Mille>): void {
    const none = () => new Map<string, Mille>();
    const open = { approved: false, closed: false, shipped: null, writtenOff: false };
    this.transfers.set(id, { from, to, asked, ...open, received: none(), cut: none() });
  }

  shipped(id: string, quantities: Map<string, Mille>): void {
    const transfer = this.transfers.get(id)!;
    transfer.shipped = quantities;
    for (const [partId, quantity] of quantities) this.adjusted(partId, transfer.from, -quantity);
  }

  received(id: string, quantities: Map<string, Mille>, writeOffRest: boolean): void {
    const transfer = this.transfers.get(id)!;
    transfer.writtenOff ||= writeOffRest;
    for (const [partId, quantity] of quantities) {
      add(transfer.received, partId, quantity);
      this.adjusted(partId, transfer.to, quantity);
    }
  }

  /** True the first time: told twice, it is done once. */
  isFirstPosting(stocktakeId: string): boolean {
    const first = !this.posted.has(stocktakeId);
    this.posted.add(stocktakeId);
    return first;
  }

  onHand(partId: string, locationId: string): Mille {
    return this.moved.get(`${partId} ${locationId}`) ?? 0;
  }

  reserved(partId: string, locationId: string): Mille {
    const leaving = [...this.transfers.values()]
      .filter(({ from, approved, closed, shipped }) => from === locationId && approved && !closed && !shipped)
      .map(({ asked, cut }) => [asked, cut] as const);
    const sold = [...this.orders.values()]
      .filter(({ from, holds }) => from === locationId && holds)
      .map((order) => [order.sold, order.cut] as const);
    return [...leaving, ...sold].reduce(
      (sum, [wanted, cut]) => sum + (wanted.get(partId) ?? 0) - (cut.get(partId) ?? 0),
      0,
    );
  }

  inTransit(id: string, partId: string): Mille {
    const { shipped, received, writtenOff } = this.transfers.get(id)!;
    return shipped && !writtenOff ? (shipped.get(partId) ?? 0) - (received.get(partId) ?? 0) : 0;
  }
}

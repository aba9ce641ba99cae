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
  /** The one line that it has. */
  lineId: string;
  sold: Map<string, Mille>;
  /** Whether it was ever processed: once is enough, because what a count takes is taken up again by another time. */
  tried: boolean;
  holds: boolean;
  /** Handed over or called off: what is answered later changes nothing. */
  over: boolean;
  delivered: boolean;
  cut: Map<string, Mille>;
}

interface ModelClaim {
  orderId: string;
  quantity: Mille;
  refused: boolean;
  replaced: boolean;
}

/** Of an order, or of a part whose old units went on. */
export interface AfterSalesTold {
  of: string;
  claimed: Mille;
  replaced: Mille;
  cores: Mille;
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

  ordered(id: string, from: string, sold: Map<string, Mille>, lineId: string): void {
    this.orders.set(id, {
      from,
      lineId,
      sold,
      tried: false,
      holds: false,
      over: false,
      delivered: false,
      cut: new Map(),
    });
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
    order.delivered = true;
    for (const [partId, quantity] of order.sold) this.adjusted(partId, order.from, -quantity);
  }

  readonly claims = new Map<string, ModelClaim>();
  private readonly cores = new Map<string, Mille>();

  claimed(id: string, orderId: string, quantity: Mille): void {
    this.claims.set(id, { orderId, quantity, refused: false, replaced: false });
  }

  refused(id: string): void {
    this.claims.get(id)!.refused = true;
  }

  /** Once, however often it is told. */
  replaced(id: string, locationId: string): void {
    const claim = this.claims.get(id)!;
    if (claim.replaced) return;
    claim.replaced = true;
    const [partId] = this.orders.get(claim.orderId)!.sold.keys();
    this.adjusted(partId!, locationId, claim.quantity);
  }

  coreCame(orderId: string, quantity: Mille): void {
    add(this.cores, orderId, quantity);
  }

  coreWent(partId: string, quantity: Mille): void {
    add(this.cores, partId, quantity);
  }

  afterSales(): AfterSalesTold[] {
    const standing = [...this.claims.values()].filter(({ refused }) => !refused);
    const ids = new Set([...standing.map(({ orderId }) => orderId), ...this.cores.keys()]);
    const sum = (claims: readonly ModelClaim[]) => claims.reduce((all, { quantity }) => all + quantity, 0);
    return [...ids].sort().map((of) => {
      const claims = standing.filter(({ orderId }) => orderId === of);
      const replaced = sum(claims.filter((claim) => claim.replaced));
      return { of, claimed: sum(claims), replaced, cores: this.cores.get(of) ?? 0 };
    });
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

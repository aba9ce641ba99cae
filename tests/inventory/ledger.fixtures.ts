import { randomUUID } from 'node:crypto';
import { Decimal } from 'decimal.js';
import { systemClock } from '../../shared/clock';
import type { Transaction } from '../../shared/database/transaction';
import { inTransaction } from '../../shared/database/unit-of-work';
import { Part, PartCategory } from '../../subgraphs/inventory/catalogue/part.entity';
import { PartUnit } from '../../subgraphs/inventory/catalogue/unit';
import { JobPartIssue } from '../../subgraphs/inventory/jobs/job-part-issue.entity';
import { Line } from '../../subgraphs/inventory/jobs/line';
import { knowJob } from '../../subgraphs/inventory/jobs/lock-jobs';
import { supplyJobs } from '../../subgraphs/inventory/jobs/supply-jobs';
import { Supplier } from '../../subgraphs/inventory/purchasing/suppliers/supplier.entity';
import { CounterOrder } from '../../subgraphs/inventory/sales/counter-order.entity';
import { CounterOrderStatus } from '../../subgraphs/inventory/sales/counter-order.lifecycle';
import { CounterOrderLine } from '../../subgraphs/inventory/sales/counter-order-line.entity';
import type { Cost } from '../../subgraphs/inventory/stock/cost';
import { changeStock, type Stock } from '../../subgraphs/inventory/stock/ledger';
import type { StockReference } from '../../subgraphs/inventory/stock/ledger-types';
import type { StockPlace } from '../../subgraphs/inventory/stock/lock-levels';
import { StockReferenceType } from '../../subgraphs/inventory/stock/stock.enums';
import { StockLocation, StockLocationKind } from '../../subgraphs/inventory/stock/stock-location.entity';
import { Stocktake, StocktakeLine } from '../../subgraphs/inventory/stock/stocktakes/stocktake.entity';
import { StocktakeStatus } from '../../subgraphs/inventory/stock/stocktakes/stocktake.lifecycle';
import { StockTransfer, StockTransferLine } from '../../subgraphs/inventory/stock/transfers/transfer.entity';
import { StockTransferStatus } from '../../subgraphs/inventory/stock/transfers/transfer.lifecycle';
import { WarrantyClaim } from '../../subgraphs/inventory/warranty/warranty-claim.entity';
import {
  WarrantyClaimStatus,
  WarrantySettlement,
} from '../../subgraphs/inventory/warranty/warranty-claim.lifecycle';
import { FACTS, type OpenSubgraphs, system } from '../harness/subgraphs';

export const pieces = (count: number | string): Decimal => new Decimal(count);
export const euro = (minorUnits: number | string): Cost => ({
  amount: new Decimal(minorUnits),
  currency: 'EUR',
});
export const reference = (type: keyof typeof StockReferenceType = 'JOB_CARD'): StockReference => ({
  type: StockReferenceType[type],
  id: randomUUID(),
});

/** Whose parts those of `Storeroom.job` are. */
export const JOB_CARD = '00000000-0000-4000-8000-00000000c01d';

/** The ledger of an organisation of its own, without the graph around it. */
export class Storeroom {
  readonly organisationId = randomUUID();

  constructor(private readonly open: OpenSubgraphs) {}

  work<T>(run: (tx: Transaction) => Promise<T>): Promise<T> {
    const { database, app } = this.open.of('inventory');
    return inTransaction(
      {
        database,
        identity: system(this.organisationId),
        facts: FACTS,
        clock: systemClock,
        constraints: app.constraints,
        happened: () => {},
      },
      run,
    );
  }

  part(given: Partial<Part> = {}): Promise<Part> {
    const columns = { category: PartCategory.SPARE_PART, unit: PartUnit.PIECE, name: 'Part' };
    return this.work((tx) => tx.insert(Part, { ...columns, sku: randomUUID().toUpperCase(), ...given }));
  }

  location(given: Partial<StockLocation> = {}): Promise<StockLocation> {
    const columns = { name: 'Store', kind: StockLocationKind.CENTRAL_WAREHOUSE, active: true };
    return this.work((tx) => tx.insert(StockLocation, { ...columns, ...given }));
  }

  /** A part in a place of its own, with so many at a euro each. */
  async stocked(count: number | string, given: Partial<Part> = {}): Promise<StockPlace> {
    const [part, location] = [await this.part(given), await this.location()];
    const place = { partId: part.id, locationId: location.id };
    if (new Decimal(count).gt(0))
      await this.change([place], (stock) =>
        stock.receive({ ...place, quantity: pieces(count), cost: euro(100) }, reference('PURCHASE_ORDER')),
      );
    return place;
  }

  /** A job that asked for so much of what is there, and was handed out some of it. */
  job(place: StockPlace, { asked, issued }: Record<'asked' | 'issued', number>): Promise<void> {
    return this.work(async (tx) => {
      const centre = { serviceCentreId: randomUUID() };
      await knowJob(tx, { id: JOB_CARD, customerId: null, ...centre });
      const about = { ...place, ...centre, jobCardId: JOB_CARD, requestedById: null };
      const scope = { jobCardId: JOB_CARD, places: [place], frees: false };
      const { line, movement } = await supplyJobs(tx, scope, (supply) => {
        const line = Line.asked(about, pieces(asked));
        line.hold(supply.stock);
        supply.add(line);
        return { line, movement: line.issue(supply.stock, pieces(issued)) };
      });
      await tx.insert(JobPartIssue, {
        jobPartId: line.id,
        movementId: movement.id,
        quantity: String(issued),
        returned: '0',
        unitCost: movement.unitCost!.amount.toFixed(),
        costCurrency: movement.unitCost!.currency,
      });
    });
  }

  /** A transfer under way: what left, what of that came, and what was written off. */
  async transfer(
    from: StockPlace,
    to: StockPlace,
    { shipped, received, lost }: Record<'shipped' | 'received' | 'lost', number>,
  ) {
    const [id, lineId] = [randomUUID(), randomUUID()];
    const line = { type: StockReferenceType.TRANSFER, id, lineId };
    const { unitCost: cost } = await this.change([from], (stock) =>
      stock.shipOut({ ...from, quantity: pieces(shipped) }, line),
    );
    await this.change([to], (stock) => {
      stock.takeIn({ ...to, quantity: pieces(received), cost }, line);
      stock.lose({ ...to, quantity: pieces(lost), cost }, line);
    });
    await this.work(async (tx) => {
      await tx.insert(StockTransfer, {
        id,
        number: 'TR-000001',
        fromLocationId: from.locationId,
        toLocationId: to.locationId,
        status: StockTransferStatus.SHIPPED,
        shippedAt: tx.now,
      });
      await tx.insert(StockTransferLine, {
        id: lineId,
        transferId: id,
        position: 0,
        partId: from.partId,
        quantity: String(shipped),
        shipped: String(shipped),
        received: String(received),
        lost: String(lost),
      });
    });
  }

  /** An order over the counter that was handed over, of one part. */
  async sale(
    place: StockPlace,
    sold: number,
  ): Promise<Record<'counterOrderId' | 'counterOrderLineId', string>> {
    const [id, lineId] = [randomUUID(), randomUUID()];
    const line = { type: StockReferenceType.COUNTER_ORDER, id, lineId };
    const movement = await this.change([place], (stock) =>
      stock.issue({ ...place, quantity: pieces(sold) }, line),
    );
    await this.work(async (tx) => {
      const times = { processedAt: tx.now, readyAt: tx.now, deliveredAt: tx.now };
      await tx.insert(CounterOrder, {
        id,
        number: 'CO-000001',
        serviceCentreId: randomUUID(),
        locationId: place.locationId,
        status: CounterOrderStatus.DELIVERED,
        currency: 'EUR',
        totalMinor: 500 * sold,
        revision: 1,
        ...times,
      });
      await tx.insert(CounterOrderLine, {
        id: lineId,
        counterOrderId: id,
        position: 1,
        partId: place.partId,
        sku: 'PART',
        partName: 'Part',
        quantity: String(sold),
        leftOff: '0',
        currency: 'EUR',
        unitPriceMinor: 500,
        amountMinor: 500 * sold,
        movementId: movement.id,
        unitCost: movement.unitCost!.amount.toFixed(),
        costCurrency: movement.unitCost!.currency,
      });
    });
    return { counterOrderId: id, counterOrderLineId: lineId };
  }

  /** A claim for some of what was sold there, settled with parts. */
  async warranty(
    place: StockPlace,
    sold: Record<'counterOrderId' | 'counterOrderLineId', string>,
    { claimed, replaced }: Record<'claimed' | 'replaced', number>,
  ): Promise<void> {
    const id = randomUUID();
    const movement = await this.change([place], (stock) =>
      stock.receive(
        { ...place, quantity: pieces(replaced), cost: euro(100) },
        { type: StockReferenceType.WARRANTY_CLAIM, id },
      ),
    );
    await this.work(async (tx) => {
      const supplier = await tx.insert(Supplier, { name: 'Supplier', currency: 'EUR' });
      await tx.insert(WarrantyClaim, {
        id,
        ...sold,
        number: 'WC-000001',
        serviceCentreId: randomUUID(),
        partId: place.partId,
        supplierId: supplier.id,
        status: WarrantyClaimStatus.SETTLED,
        quantity: String(claimed),
        fault: 'It leaks.',
        currency: 'EUR',
        unitCost: '100',
        decidedAt: tx.now,
        settlement: WarrantySettlement.REPLACEMENT,
        settledAt: tx.now,
        replacedQuantity: String(replaced),
        locationId: place.locationId,
        movementId: movement.id,
      });
    });
  }

  /** A stocktake that was posted, of one part. */
  async stocktake(place: StockPlace, counted: number): Promise<void> {
    const id = randomUUID();
    const line = { type: StockReferenceType.STOCKTAKE, id, lineId: randomUUID() };
    const [before, movement] = await this.change([place], (stock) => {
      const onHand = stock.onHand(place);
      return [onHand, stock.count({ ...place, quantity: pieces(counted) }, line).movement] as const;
    });
    await this.work(async (tx) => {
      await tx.insert(Stocktake, {
        id,
        number: 'ST-000001',
        locationId: place.locationId,
        status: StocktakeStatus.POSTED,
        closedAt: tx.now,
      });
      await tx.insert(StocktakeLine, {
        id: line.lineId,
        stocktakeId: id,
        partId: place.partId,
        partSku: 'PART',
        expected: before.toFixed(),
        counted: String(counted),
        countedAt: tx.now,
        onHandAtCount: before.toFixed(),
        entryAtCount: 0,
        movementId: movement?.id ?? null,
        cutReservations: [],
      });
    });
  }

  change<T>(places: StockPlace[], run: (stock: Stock) => T | Promise<T>): Promise<T> {
    return this.work((tx) => changeStock(tx, places, run));
  }

  async level({ partId, locationId }: StockPlace) {
    const [row] = await this.rows(
      `select on_hand::float, reserved::float, available::float, average_cost, low, movements from inventory.stock_level
       where part_id = $1 and location_id = $2`,
      [partId, locationId],
    );
    return row;
  }

  movements({ partId, locationId }: StockPlace) {
    return this.rows(
      `select kind, quantity::float, on_hand_after::float as after, unit_cost::float as cost
       from inventory.stock_movement where part_id = $1 and location_id = $2 order by entry`,
      [partId, locationId],
    );
  }

  events(): Promise<{ name: string; payload: Record<string, unknown> }[]> {
    return this.rows(
      'select name, payload from platform.event where organisation_id = $1 order by position',
      [this.organisationId],
    );
  }

  async rows<T extends object = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.open.admin.query<T>(text, values)).rows;
  }
}

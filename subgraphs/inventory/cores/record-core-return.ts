import { Decimal } from 'decimal.js';
import { centreOf } from '../../../shared/access/centres';
import { type Sql, sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { Part } from '../catalogue/part.entity';
import { everyPart } from '../catalogue/part.loader';
import { quantityOf } from '../catalogue/quantity';
import { requireOpenCentre } from '../peers';
import { whoActs } from '../sales/move-counter-order';
import { lockSold, requireSoldLine, type SoldLine } from '../warranty/sold-line';
import { requireSupplier } from '../warranty/supplier';
import { CoreReturn, CoreReturnWay } from './core-return.entity';
import type { RecordCoreReturnInput } from './core-return.input';
import { coreReturnsFor } from './core-return.loader';

const RECORD = 'coreReturns:create';

/** What is recorded, and how many of it there can be at the most: asked behind the lock that it takes. */
interface Going {
  partId: string;
  columns: Pick<CoreReturn, 'way' | 'serviceCentreId' | 'supplierId'> & SoldLine['columns'];
  most(tx: Transaction): Promise<Decimal>;
  /** What is said when there are fewer. */
  refusal: string;
}

export async function recordCoreReturn(context: Context, input: RecordCoreReturnInput): Promise<CoreReturn> {
  const going = input.supplierId ? await toSupplier(context, input) : await fromCustomer(context, input);
  const part = await context.loadOrFail(everyPart, going.partId);
  const quantity = quantityOf(input.quantity, part.unit, 'input.quantity');
  const deposit = depositOf(part);
  const { id } = await context.once(
    { operation: 'recordCoreReturn', key: input.idempotencyKey, input },
    async (tx) => {
      const most = await going.most(tx);
      if (quantity.gt(most))
        throw conflict(going.refusal, { reason: 'NOT_THERE', field: 'input.quantity', most: most.toFixed() });
      const made = await tx.insert(CoreReturn, {
        ...going.columns,
        ...deposit,
        partId: part.id,
        quantity: quantity.toFixed(),
        note: input.note?.trim() ?? null,
        recordedById: whoActs(tx),
      });
      const { way, serviceCentreId, partId, supplierId } = made;
      tx.emit({
        name: 'CoreReturnRecorded',
        subjectType: 'CoreReturn',
        subjectId: made.id,
        payload: { way, serviceCentreId, partId, supplierId },
      });
      return { id: made.id };
    },
  );
  return context.loadOrFail(coreReturnsFor(RECORD), id);
}

/** No more than was issued and kept of the line, less what came back of it before. */
async function fromCustomer(context: Context, input: RecordCoreReturnInput): Promise<Going> {
  if (input.partId) throw badField('input.partId', 'NOT_ALLOWED', 'The line says which part it is.');
  const line = await requireSoldLine(context, input, RECORD);
  return {
    partId: line.partId,
    columns: {
      way: CoreReturnWay.FROM_CUSTOMER,
      serviceCentreId: line.serviceCentreId,
      supplierId: null,
      ...line.columns,
    },
    async most(tx) {
      const { quantity } = await lockSold(tx, line);
      return quantity.minus(
        await summed(tx, sql`t.job_part_id = ${line.id} or t.counter_order_line_id = ${line.id}`),
      );
    },
    refusal: 'No more old units come back than were sold, kept and have not come back yet.',
  };
}

/** No more than came back to the service centre and has not been sent yet. */
async function toSupplier(context: Context, input: RecordCoreReturnInput): Promise<Going> {
  for (const key of ['jobPartId', 'counterOrderLineId'] as const)
    if (input[key])
      throw badField(
        `input.${key}`,
        'NOT_ALLOWED',
        'They come from a customer or go to a supplier, not both.',
      );
  const supplierId = await requireSupplier(context, input.supplierId);
  if (!input.partId) throw badField('input.partId', 'REQUIRED', 'Say which part was sent.');
  const part = await context.load(everyPart, input.partId);
  if (!part) throw badField('input.partId', 'UNKNOWN', 'There is no such part.');
  const path = 'input.serviceCentreId';
  const serviceCentreId = centreOf(context.identity, input.serviceCentreId, path);
  if (!serviceCentreId) throw badField(path, 'REQUIRED', 'Say which service centre sent it.');
  await requireOpenCentre(context, serviceCentreId, path);
  return {
    partId: part.id,
    columns: {
      way: CoreReturnWay.TO_SUPPLIER,
      serviceCentreId,
      supplierId,
      jobCardId: null,
      jobPartId: null,
      counterOrderId: null,
      counterOrderLineId: null,
    },
    async most(tx) {
      // Two who send the same units wait for each other.
      await tx.lock(everyPart, part.id);
      const of = sql`t.part_id = ${part.id} and t.service_centre_id = ${serviceCentreId}`;
      return summed(tx, of);
    },
    refusal: 'No more old units are sent than came back and are still there.',
  };
}

/** What came back of these, less what was sent on. */
async function summed(tx: Transaction, which: Sql): Promise<Decimal> {
  const [row] = await tx.query<{ sum: string }>(
    sql`select coalesce(sum(case t.way when 'FROM_CUSTOMER' then t.quantity else -t.quantity end), 0)::text as sum
      from inventory.core_return t
      where t.organisation_id = ${tx.organisationId} and (${which})`,
  );
  return new Decimal(row!.sum);
}

function depositOf({ sku, coreDepositMinor, coreDepositCurrency }: Part) {
  if (coreDepositMinor === null || coreDepositCurrency === null)
    throw conflict(`${sku} is sold without a deposit on the old unit.`, { reason: 'NO_DEPOSIT' });
  return { depositMinor: coreDepositMinor, currency: coreDepositCurrency };
}

import { centreOf } from '../../../shared/access/centres';
import { requireOrganisation } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { given } from '../given';
import { changeStock } from './ledger';
import { StockLocation, StockLocationKind } from './stock-location.entity';
import type { CreateStockLocationInput, UpdateStockLocationInput } from './stock-location.input';
import { stockLocations, stockLocationsFor } from './stock-location.loader';

const CENTRE = 'input.serviceCentreId';

export async function createStockLocation(
  context: Context,
  input: CreateStockLocationInput,
): Promise<StockLocation> {
  const { name, kind, idempotencyKey } = input;
  const serviceCentreId = await centreFor(context, kind, input.serviceCentreId);
  const { id } = await context.once(
    { operation: 'createStockLocation', key: idempotencyKey, input },
    async (tx) => {
      const location = await tx.insert(StockLocation, {
        name: name.trim(),
        kind,
        serviceCentreId,
        active: true,
      });
      tx.emit({ name: 'StockLocationCreated', subjectType: 'StockLocation', subjectId: location.id });
      return { id: location.id };
    },
  );
  return context.loadOrFail(stockLocations, id);
}

async function centreFor(
  context: Context,
  kind: StockLocationKind,
  named: string | null | undefined,
): Promise<string | null> {
  if (kind === StockLocationKind.SERVICE_CENTRE)
    throw badField('input.kind', 'NOT_BY_HAND', 'A service centre has its store room from its first day.');
  if (kind === StockLocationKind.VAN) return existingCentre(context, named);
  if (named) throw badField(CENTRE, 'NOT_OF_A_CENTRE', 'A central warehouse serves all service centres.');
  if (context.identity.serviceCentreIds !== null)
    throw badField(
      'input.kind',
      'NOT_YOURS',
      'Warehouses are opened by those who work in all service centres.',
    );
  return null;
}

async function existingCentre(context: Context, named: string | null | undefined): Promise<string> {
  const id = centreOf(context.identity, named, CENTRE);
  if (!id) throw badField(CENTRE, 'REQUIRED', 'Say which service centre this is for.');
  const system = context.asSystem(requireOrganisation(context.identity));
  const [centre] = await system.peers.entities<{ id: string }>('customer', 'ServiceCentre', [id], 'id');
  if (!centre) throw badField(CENTRE, 'UNKNOWN', 'There is no such service centre.');
  return id;
}

export async function updateStockLocation(
  context: Context,
  id: string,
  input: UpdateStockLocationInput,
): Promise<StockLocation> {
  const { name, active, expectedVersion } = input;
  const serviceCentreId = input.serviceCentreId && (await existingCentre(context, input.serviceCentreId));
  await context.transaction(async (tx) => {
    const location = await tx.lock(stockLocationsFor('stockLocations:update'), id, expectedVersion);
    if (serviceCentreId && location.kind !== StockLocationKind.VAN)
      throw badField(CENTRE, 'NOT_A_VAN', 'Only vans move to another service centre.');
    if (active === false && location.active) await requireEmpty(tx, id);
    const patch = { name: given(name, (text) => text.trim()), serviceCentreId, active };
    const changed = await tx.update(StockLocation, location, patch as Partial<StockLocation>);
    if (changed.version === location.version) return;
    tx.emit({ name: 'StockLocationUpdated', subjectType: 'StockLocation', subjectId: id });
  });
  return context.loadOrFail(stockLocations, id);
}

/**
 * All its levels are locked, so nothing comes in meanwhile. A level or a transfer that is just made refers to the place:
 * with the stronger lock it is there before this looks, or meets a closed place.
 */
async function requireEmpty(tx: Transaction, locationId: string): Promise<void> {
  await tx.query(sql`select from inventory.stock_location t
    where t.organisation_id = ${tx.organisationId} and t.id = ${locationId} for update of t`);
  const rows = await tx.query<{ part_id: string }>(sql`select t.part_id from inventory.stock_level t
    where t.organisation_id = ${tx.organisationId} and t.location_id = ${locationId}`);
  const places = rows.map(({ part_id: partId }) => ({ partId, locationId }));
  const full = await changeStock(tx, places, (stock) =>
    places.filter((place) => !stock.onHand(place).isZero()),
  );
  if (full.length)
    throw conflict(`There are ${full.length} parts in this place still.`, {
      reason: 'NOT_EMPTY',
      parts: full.length,
    });
  const [coming] = await tx.query(sql`select 1 from inventory.stock_transfer t
    where t.organisation_id = ${tx.organisationId} and t.to_location_id = ${locationId}
      and t.status in ('REQUESTED','APPROVED','SHIPPED') limit 1`);
  if (coming) throw conflict('Something is on its way to this place.', { reason: 'IN_TRANSIT' });
  const [waiting] = await tx.query(sql`select 1 from inventory.job_part t
    where t.organisation_id = ${tx.organisationId} and t.location_id = ${locationId} and t.status = 'WAITING' limit 1`);
  if (waiting) throw conflict('Jobs wait for parts in this place.', { reason: 'WAITED_FOR' });
}

import { requireOrganisation, worksIn } from '../../../shared/access/identity';
import { badField } from '../../../shared/errors';
import { Money, type MoneyInput } from '../../../shared/money';
import type { Context } from '../../../shared/subgraph/context';
import { ServiceItem } from './service-item.entity';
import type { CreateServiceItemInput, UpdateServiceItemInput } from './service-item.input';
import { changeableServiceItems, serviceItems } from './service-item.loader';

const CENTRES = 'input.serviceCentreIds';

export async function createServiceItem(
  context: Context,
  input: CreateServiceItemInput,
): Promise<ServiceItem> {
  const { idempotencyKey, price, serviceCentreIds, code, name, ...facts } = input;
  const columns = {
    ...facts,
    ...priceColumns(price),
    code: code.toUpperCase(),
    name: name.trim(),
    serviceCentreIds: await offeringCentres(
      context,
      serviceCentreIds ?? context.identity.serviceCentreIds ?? [],
    ),
    active: true,
  };
  const { id } = await context.once(
    { operation: 'createServiceItem', key: idempotencyKey, input },
    async (tx) => {
      const item = await tx.insert(ServiceItem, columns);
      tx.emit({ name: 'ServiceItemCreated', subjectType: 'ServiceItem', subjectId: item.id });
      return { id: item.id };
    },
  );
  return context.loadOrFail(serviceItems, id);
}

export async function updateServiceItem(
  context: Context,
  id: string,
  input: UpdateServiceItemInput,
): Promise<ServiceItem> {
  const { expectedVersion, price, serviceCentreIds, code, name, ...facts } = input;
  const patch = {
    ...facts,
    ...priceColumns(price),
    code: code?.toUpperCase(),
    name: name?.trim(),
    serviceCentreIds:
      serviceCentreIds === undefined ? undefined : await offeringCentres(context, serviceCentreIds ?? []),
  };
  await context.transaction(async (tx) => {
    const item = await tx.lock(changeableServiceItems, id, expectedVersion);
    const changed = await tx.update(ServiceItem, item, patch);
    if (changed.version !== item.version)
      tx.emit({ name: 'ServiceItemUpdated', subjectType: 'ServiceItem', subjectId: id });
  });
  return context.loadOrFail(serviceItems, id);
}

function priceColumns(
  price: MoneyInput | null | undefined,
): Partial<Pick<ServiceItem, 'priceMinor' | 'priceCurrency'>> {
  if (price === undefined) return {};
  if (price === null) return { priceMinor: null, priceCurrency: null };
  const { minorUnits, currency } = Money.from(price, 'input.price');
  if (minorUnits < 0) throw badField('input.price.amount', 'MIN', 'A price is not below zero.');
  return { priceMinor: minorUnits, priceCurrency: currency };
}

/** Each one there and the caller's. Empty means all of them: only who works in all may say that. */
async function offeringCentres(context: Context, given: readonly string[]): Promise<string[]> {
  const { identity } = context;
  const ids = given.map((id) => id.toLowerCase());
  if (ids.length === 0) {
    if (identity.serviceCentreIds !== null)
      throw badField(CENTRES, 'REQUIRED', 'Say which of your service centres offer it.');
    return [];
  }
  if (!ids.every((id) => worksIn(identity, id)))
    throw badField(CENTRES, 'SERVICE_CENTRE', 'You do not work in one of these service centres.');
  const system = context.asSystem(requireOrganisation(identity));
  const centres = await system.peers.entities<{ id: string }>('customer', 'ServiceCentre', ids, 'id');
  if (centres.includes(null)) throw badField(CENTRES, 'UNKNOWN', 'One of these is no service centre.');
  return ids;
}

import { reachOf } from '../../../shared/access/identity';
import { likePattern } from '../../../shared/database/search';
import { idList, join, plannedOnce, type Sql, sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';
import { plateKey } from './plate';
import { type VehicleMatch, VehicleMatchReason } from './quick-search.type';
import { vehicles } from './vehicle.loader';

/** Fewer letters find everything, and no trigram. */
const SHORTEST_SIGN = 3;
const SHORTEST_NAME = 2;
const MOST_OWNERS = 100;

interface Hit {
  id: string;
  reasons: VehicleMatchReason[];
  isExact: boolean;
}

/**
 * Whatever somebody at the counter is told, in one box: asked of the vehicles' plates and VINs and, as a peer, of the
 * customers, side by side. The best come first: the exact plate, the exact VIN, parts of either, then owners.
 */
export async function quickSearchVehicles(
  context: Context,
  search: string,
  most: number,
): Promise<VehicleMatch[]> {
  const [signs, owners] = await Promise.all([bySign(context, search, most), owning(context, search)]);
  const hits = merge([...signs, ...(await byOwner(context, owners, most))]).slice(0, most);
  const found = await context.answerWith(
    vehicles,
    hits.map(({ id }) => id),
  );
  return hits.flatMap(({ id, reasons, isExact }) => {
    const vehicle = found.get(id);
    return vehicle ? { vehicle, matchedBy: reasons, isExact } : [];
  });
}

async function bySign(context: Context, search: string, most: number): Promise<Hit[]> {
  const key = plateKey(search);
  if (key.length < SHORTEST_SIGN) return [];
  const rows = await context.reader.query<{ id: string; plate_key: string | null; vin: string | null }>(
    plannedOnce(sql`with hit as materialized (
        select t.id, t.created_at, t.plate_key, t.vin from vehicle.vehicle_quick_search t
        where t.archived_at is null and t.signs like ${likePattern(key)} and ${withinReach(context)})
      select hit.id, hit.plate_key, hit.vin from hit
      order by coalesce(hit.plate_key = ${key}, false) desc, coalesce(hit.vin = ${key}, false) desc,
        coalesce(hit.plate_key like ${likePattern(key)}, false) desc, hit.created_at desc
      limit ${most}`),
  );
  return rows.map(({ id, plate_key: plate, vin }) => ({
    id,
    isExact: plate === key || vin === key,
    reasons: [
      ...(plate?.includes(key) ? [VehicleMatchReason.PLATE] : []),
      ...(vin?.includes(key) ? [VehicleMatchReason.VIN] : []),
    ],
  }));
}

/** As the loader has it, on the columns of the search view. */
function withinReach({ identity }: Context): Sql {
  if (reachOf(identity, 'vehicles:read') === 'own') return sql`t.owner_id = ${identity.customerId}`;
  if (identity.serviceCentreIds === null) return sql`true`;
  return sql`t.centres && ${idList(identity.serviceCentreIds)}::uuid[]`;
}

interface FoundCustomer {
  id: string;
  firstName: string | null;
  lastName: string | null;
  company: string | null;
  phone: string | null;
}

type Owners = ReadonlyMap<string, VehicleMatchReason>;

const CUSTOMERS = `query ($search: String!) { customers(filter: { search: $search }, first: ${MOST_OWNERS}) {
  nodes { id firstName lastName company phone } } }`;

/** The customers that the search finds, and by what; nobody for callers who do not see customers. */
async function owning(context: Context, search: string): Promise<Owners> {
  if (!reachOf(context.identity, 'customers:read')) return new Map();
  // People write +44 (0)7700: this nought is dialled without the country only.
  const asked = search.replace(/\(0\)/g, '').trim();
  if (asked.length < SHORTEST_NAME) return new Map();
  const { customers } = await context.peers.ask<{ customers: { nodes: FoundCustomer[] } }>(
    'customer',
    CUSTOMERS,
    { search: asked },
  );
  return new Map(customers.nodes.map((customer) => [customer.id, reasonFor(asked, customer)]));
}

function reasonFor(
  search: string,
  { firstName, lastName, company, phone }: FoundCustomer,
): VehicleMatchReason {
  const name = `${firstName ?? ''} ${lastName ?? ''} ${company ?? ''}`.toLowerCase();
  const words = search.toLowerCase().split(/\s+/);
  if (words.every((word) => name.includes(word))) return VehicleMatchReason.OWNER_NAME;
  const digits = search.replace(/\D/g, '').replace(/^0+/, '');
  return digits && phone?.includes(digits) ? VehicleMatchReason.OWNER_PHONE : VehicleMatchReason.OWNER_OTHER;
}

const OF_OWNERS: readonly VehicleMatchReason[] = [
  VehicleMatchReason.OWNER_PHONE,
  VehicleMatchReason.OWNER_NAME,
  VehicleMatchReason.OWNER_OTHER,
];

async function byOwner(context: Context, owners: Owners, most: number): Promise<Hit[]> {
  if (owners.size === 0) return [];
  const where = [
    sql`t.organisation_id = ${context.identity.organisationId}`,
    sql`t.owner_id = any(${idList([...owners.keys()])}::uuid[])`,
    sql`t.archived_at is null`,
    context.reader.visible(vehicles),
  ];
  const rows = await context.reader.query<{ id: string; owner_id: string }>(
    sql`select t.id, t.owner_id from vehicle.vehicle t where ${join(where, ' and ')}
        order by t.created_at desc limit ${most}`,
  );
  const hits = rows.map(({ id, owner_id }) => ({ id, reasons: [owners.get(owner_id)!], isExact: false }));
  return hits.sort((a, b) => OF_OWNERS.indexOf(a.reasons[0]!) - OF_OWNERS.indexOf(b.reasons[0]!));
}

/** A vehicle that is found twice comes once, where it was found first, for both reasons. */
function merge(hits: Hit[]): Hit[] {
  const byId = new Map<string, Hit>();
  for (const hit of hits) {
    const known = byId.get(hit.id);
    if (known) known.reasons.push(...hit.reasons);
    else byId.set(hit.id, hit);
  }
  return [...byId.values()];
}

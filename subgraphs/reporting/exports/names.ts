import { reachOf } from '../../../shared/access/identity';
import type { SubgraphName } from '../../../shared/environment';
import type { Context } from '../../../shared/subgraph/context';

interface Named {
  subgraph: SubgraphName;
  permission: string;
  field: 'name' | 'displayName';
}

/** Who knows what the records are called that files name. */
const NAMED = {
  ServiceCentre: { subgraph: 'customer', permission: 'serviceCentres:read', field: 'name' },
  User: { subgraph: 'customer', permission: 'users:read', field: 'displayName' },
  Customer: { subgraph: 'customer', permission: 'customers:read', field: 'displayName' },
  ServiceItem: { subgraph: 'workshop', permission: 'serviceItems:read', field: 'name' },
  Part: { subgraph: 'inventory', permission: 'parts:read', field: 'name' },
  StockLocation: { subgraph: 'inventory', permission: 'stock:read', field: 'name' },
  Supplier: { subgraph: 'inventory', permission: 'suppliers:read', field: 'name' },
} as const satisfies Record<string, Named>;

export type NamedType = keyof typeof NAMED;

const AT_ONCE = 500;

/** What records are called, by id: of those that the caller may see, as their owner tells them. */
export async function namesOf(
  context: Context,
  type: NamedType,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { permission, field } = NAMED[type];
  const names = new Map<string, string>();
  if (!reachOf(context.identity, permission)) return names;
  const found = await recordsOf<Record<string, string>>(context, type, ids, `id ${field}`);
  for (const record of found) names.set(record.id!, record[field]!);
  return names;
}

/** The records of another subgraph that the caller may see, whose reads it writes down as those of any screen. */
export async function recordsOf<T>(
  context: Context,
  type: NamedType,
  ids: readonly string[],
  selection: string,
): Promise<T[]> {
  const wanted = [...new Set(ids)];
  const found: T[] = [];
  for (let n = 0; n < wanted.length; n += AT_ONCE) {
    const some = wanted.slice(n, n + AT_ONCE);
    const records = await context.peers.entities<T>(NAMED[type].subgraph, type, some, selection);
    found.push(...records.filter((record) => record !== null));
  }
  return found;
}

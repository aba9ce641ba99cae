import type { TestGraph } from '../harness/graph';
import type { ReportShop } from './reports.fixtures';

/** The customers that the random documents are about, so that references to them find somebody. */
export async function nameCustomers(graph: TestGraph, { shop, random }: ReportShop): Promise<void> {
  await graph.sql(
    `insert into customer.customer (organisation_id, id, version, created_at, updated_at, code, first_name, last_name,
       centres)
     select $1, id, 1, now() - interval '30 days', now(), 'CUS-' || (700000 + n), 'Cora', 'Customer ' || n, $3
     from unnest($2::uuid[]) with ordinality as c(id, n)`,
    [shop.id, random.customers, shop.centres],
  );
}

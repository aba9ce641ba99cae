import type { Connection, PageRequest } from '../../../../shared/paging';
import type { Context } from '../../../../shared/subgraph/context';
import type { Technician, TechnicianFilter } from './technician.type';

const PAGE = `query ($filter: UserFilter!, $first: Int, $after: String) {
  users(filter: $filter, orderBy: NAME, first: $first, after: $after) {
    edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
const COUNT = 'query ($filter: UserFilter!) { users(filter: $filter, first: 0) { totalCount } }';

interface Page {
  users: Pick<Connection<Technician>, 'edges' | 'pageInfo'>;
}

/** Who they are, the customer subgraph knows; its list is passed on as it is, with its cursors. */
export async function listTechnicians(
  context: Context,
  { serviceCentreId, search }: TechnicianFilter,
  { first, after }: PageRequest,
): Promise<Connection<Technician>> {
  const filter = { technicians: true, active: true, serviceCentreId, search };
  const { users } = await context.peers.ask<Page>('customer', PAGE, { filter, first, after });
  const countAll = async () => {
    const { users: all } = await context.peers.ask<{ users: { totalCount: number } }>('customer', COUNT, {
      filter,
    });
    return all.totalCount;
  };
  return {
    ...users,
    nodes: users.edges.map(({ node }) => node),
    countAll,
  } as unknown as Connection<Technician>;
}

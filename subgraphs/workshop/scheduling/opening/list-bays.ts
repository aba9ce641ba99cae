import { join, sql } from '../../../../shared/database/sql';
import { isId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import type { Bay } from './bay.entity';
import { bays } from './opening.loader';

/** Some centres with some ten bays each: a list without pages. */
export function listBays(context: Context, serviceCentreId: string | null): Promise<Bay[]> {
  if (serviceCentreId && !isId(serviceCentreId)) return Promise.resolve([]);
  const where = serviceCentreId ? [sql`t.service_centre_id = ${serviceCentreId}`] : [sql`true`];
  const order = sql`order by t.service_centre_id, t.position, t.id limit 500`;
  return context.reader.rows(bays, join(where, ' and '), order);
}

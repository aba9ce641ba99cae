import { recordsKey } from '../../../../shared/organisation-records/parts';
import type { Context } from '../../../../shared/subgraph/context';

/** Also of an export that came to nothing. */
export async function deleteRecords({ kernel, identity }: Context, exportId: string): Promise<void> {
  const folder = recordsKey(identity.organisationId!, exportId);
  for (const { key } of await kernel.storage.list(folder)) await kernel.storage.delete(key);
}

import { centreOf } from '../../../shared/access/centres';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';

/** The owner is another subgraph's record: whether it is there, and theirs to see, only that one knows. */
export async function requireCustomer(context: Context, customerId: string, path: string): Promise<void> {
  const [customer] = await context.peers.entities<{ id: string }>('customer', 'Customer', [customerId], 'id');
  if (!customer) throw badField(path, 'UNKNOWN', 'There is no such customer.');
}

/** As centreOf; one who works in all centres may name any, so that it exists is asked. */
export async function existingCentreOf(
  context: Context,
  named: string | null | undefined,
): Promise<string | null> {
  const path = 'input.serviceCentreId';
  const centre = centreOf(context.identity, named, path);
  if (!centre || context.identity.serviceCentreIds !== null) return centre;
  const [found] = await context.peers.entities<{ id: string }>('customer', 'ServiceCentre', [centre], 'id');
  if (!found) throw badField(path, 'UNKNOWN', 'There is no such service centre.');
  return centre;
}

interface KnownFile {
  state: string;
  contentType: string;
}

/** An upload is the customer subgraph's: whether it is there, checked and theirs to see, only that one knows. */
export async function requirePicture(context: Context, fileId: string, path: string): Promise<void> {
  const [file] = await context.peers.entities<KnownFile>('customer', 'File', [fileId], 'state contentType');
  if (!file) throw badField(path, 'UNKNOWN', 'There is no such file.');
  if (!file.contentType.startsWith('image/'))
    throw badField(path, 'NOT_AN_IMAGE', 'This file is no picture.');
  if (file.state !== 'READY')
    throw badField(path, 'NOT_READY', 'This file has not been uploaded and checked.');
}

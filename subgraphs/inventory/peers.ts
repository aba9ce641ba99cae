import { requireOrganisation } from '../../shared/access/identity';
import { badField } from '../../shared/errors';
import type { Context } from '../../shared/subgraph/context';

/** Customers, service centres and the organisation belong to the customer subgraph: only that knows what is there. */

/** A customer whom the caller sees, and who is still a person. */
export async function requireCustomer(context: Context, id: string, path: string): Promise<void> {
  const [customer] = await context.peers.entities<{ erasedAt: string | null }>(
    'customer',
    'Customer',
    [id],
    'erasedAt',
  );
  if (!customer) throw badField(path, 'UNKNOWN', 'There is no such customer.');
  if (customer.erasedAt) throw badField(path, 'ERASED', 'The customer was erased.');
}

/** Asked as the program: that the caller works there is known, they need not be able to read its record. */
export async function requireOpenCentre(context: Context, id: string, path: string): Promise<void> {
  const { peers } = context.asSystem(requireOrganisation(context.identity));
  const [centre] = await peers.entities<{ active: boolean }>('customer', 'ServiceCentre', [id], 'active');
  if (!centre) throw badField(path, 'UNKNOWN', 'There is no such service centre.');
  if (!centre.active) throw badField(path, 'CLOSED', 'The service centre sells nothing any more.');
}

/** The money that stock is valued and sold in. */
export async function ownCurrency(context: Context): Promise<string> {
  const { organisation } = await context.peers.ask<{ organisation: { currency: string } }>(
    'customer',
    '{ organisation { currency } }',
    {},
  );
  return organisation.currency;
}

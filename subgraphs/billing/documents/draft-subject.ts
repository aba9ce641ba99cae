import { centreOf } from '../../../shared/access/centres';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { type House, houseOf, requireCatalogued, requireCustomer, requireVehicle } from '../peers';
import type { DocumentRecord } from './document.entity';
import type { DocumentLineInput } from './line.input';

/** What a document says of whom it is for. */
interface Asked {
  serviceCentreId?: string | null;
  customerId: string;
  vehicleId?: string | null;
  lines: readonly DocumentLineInput[];
}

export type Subject = Pick<DocumentRecord, 'serviceCentreId' | 'customerId' | 'vehicleId'>;

/** The caller’s own service centre, and what is there of that which the input names. */
export async function draftSubject(
  context: Context,
  input: Asked,
): Promise<{ house: House; subject: Subject }> {
  const { customerId, vehicleId = null } = input;
  const serviceCentreId = centreOf(context.identity, input.serviceCentreId, 'input.serviceCentreId');
  if (!serviceCentreId)
    throw badField('input.serviceCentreId', 'REQUIRED', 'Say which service centre this is for.');
  const [house] = await Promise.all([
    houseOf(context, serviceCentreId, 'input.serviceCentreId'),
    requireCustomer(context, customerId, 'input.customerId'),
    vehicleId ? requireVehicle(context, vehicleId, 'input.vehicleId') : null,
    requireCatalogued(context, input.lines, (index) => `input.lines.${index}`),
  ]);
  return { house, subject: { serviceCentreId, customerId, vehicleId } };
}

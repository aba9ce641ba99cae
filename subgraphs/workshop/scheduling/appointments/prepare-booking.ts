import { centreOf } from '../../../../shared/access/centres';
import { reachOf, requireReach } from '../../../../shared/access/identity';
import { badField, forbidden } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { requireCustomer, requireVehicle } from '../../peers';
import { requireCentre } from '../centre/known-centre';
import type { BookAppointmentInput, HoldSlotInput } from './appointment.input';
import type { Booking } from './book';
import { workMinutes } from './work';

const CREATE = 'appointments:create';
const CENTRE = 'input.serviceCentreId';
const CUSTOMER = 'input.customerId';

export interface Party {
  customerId: string | null;
  vehicleId: string | null;
}

/** Whoever books for themselves, with what they are offered. */
export const booksOwn = (context: Context): boolean => reachOf(context.identity, CREATE) === 'own';

/** Everything about a booking that is known or asked elsewhere; what is free is only seen in its transaction. */
export async function prepareBooking(
  context: Context,
  input: Omit<BookAppointmentInput, 'holdId'> | HoldSlotInput,
): Promise<Booking> {
  const { startsAt } = input;
  const { override, notes } = { override: null, notes: null, ...input };
  if (override) requireReach(context.identity, 'appointments:override');
  if (!startsAt) throw badField('input.startsAt', 'REQUIRED', 'Say when it begins.');
  const centre = await requireCentre(context, centreFor(context, input.serviceCentreId), CENTRE);
  const [work, party] = await Promise.all([workMinutes(context, input, centre.id), partyOf(context, input)]);
  return {
    ...work,
    ...party,
    centre,
    startsAt,
    bayId: input.bayId,
    technicianId: input.technicianId,
    notes,
    override: override?.reason.trim(),
    onGrid: booksOwn(context),
  };
}

function centreFor(context: Context, named: string | null | undefined): string {
  if (booksOwn(context)) {
    if (named) return named;
  } else {
    const id = centreOf(context.identity, named, CENTRE);
    if (id) return id;
  }
  throw badField(CENTRE, 'REQUIRED', 'Say which service centre this is for.');
}

/** Staff say whom it is for, or it is for the vehicle’s owner; customers book for themselves. */
export async function partyOf(
  context: Context,
  { customerId, vehicleId }: Partial<Pick<BookAppointmentInput, 'customerId' | 'vehicleId'>>,
): Promise<Party> {
  const { identity } = context;
  const own = booksOwn(context);
  if (own && !identity.customerId) throw forbidden(CREATE);
  if (own && customerId && customerId !== identity.customerId)
    throw badField(CUSTOMER, 'UNKNOWN', 'There is no such customer.');
  const [ownerId] = await Promise.all([
    vehicleId ? requireVehicle(context, vehicleId, 'input.vehicleId') : null,
    !own && customerId ? requireCustomer(context, customerId, CUSTOMER) : null,
  ]);
  return {
    customerId: own ? identity.customerId : (customerId ?? ownerId),
    vehicleId: vehicleId ?? null,
  };
}

export const customerMissing = () => badField(CUSTOMER, 'REQUIRED', 'Say whom it is for.');

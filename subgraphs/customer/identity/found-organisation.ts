import { setClock } from '../../../shared/clockwork/set-clock';
import type { Transaction } from '../../../shared/database/transaction';
import { BUILT_IN_KINDS, DEFAULT_ROLES } from './default-roles';
import { Organisation } from './organisation.entity';
import { Role, RoleKind } from './role.entity';
import { ServiceCentre } from './service-centre.entity';
import { emitServiceCentreCreated } from './service-centre-created';
import { User } from './user.entity';

type Facts = Pick<Organisation, 'name' | 'slug' | 'country' | 'currency' | 'locale' | 'timeZone'>;

export interface Foundation {
  organisation: Facts;
  serviceCentre: Partial<ServiceCentre>;
  administrator: Partial<User>;
}

/** What an organisation begins with, until an administrator says otherwise. */
const SETTINGS = {
  pricesIncludeTax: false,
  taxPerLine: false,
  requiresInspection: true,
  selfRegistration: false,
  lowRating: 2,
  paymentReminderDays: [7, 14, 30],
  adminAllowedAddresses: [],
};

/** An organisation with its roles, its first service centre and its first administrator, in the tenant at hand. */
export async function foundOrganisation(
  tx: Transaction,
  given: Foundation,
): Promise<{ serviceCentreId: string; administratorId: string }> {
  const { country, timeZone } = given.organisation;
  await tx.insert(Organisation, { ...SETTINGS, ...given.organisation, id: tx.organisationId });
  await setClock(tx, timeZone);
  const centre = await tx.insert(ServiceCentre, { country, timeZone, ...given.serviceCentre, active: true });
  const roleId = await insertRoles(tx);
  const administrator = await tx.insert(User, {
    ...given.administrator,
    passwordChangedAt: tx.now,
    roleId,
    allCentres: true,
    active: true,
  });
  tx.emit({
    name: 'OrganisationCreated',
    subjectType: 'Organisation',
    subjectId: tx.organisationId,
    payload: { country },
  });
  emitServiceCentreCreated(tx, centre);
  return { serviceCentreId: centre.id, administratorId: administrator.id };
}

/** The built-in roles; the id of the administrators'. */
async function insertRoles(tx: Transaction): Promise<string> {
  const ids = new Map<RoleKind, string>();
  for (const kind of BUILT_IN_KINDS) {
    const { name, description } = DEFAULT_ROLES[kind];
    const role = await tx.insert(Role, { kind, name, description, permissions: null });
    ids.set(kind, role.id);
  }
  return ids.get(RoleKind.ADMIN)!;
}

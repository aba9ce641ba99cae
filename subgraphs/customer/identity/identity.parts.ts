import { badField, conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { Assignment } from './assignment.entity';
import { unknownLogo } from './logo';
import { Organisation } from './organisation.entity';
import { organisationReference } from './organisation.reference';
import { OrganisationResolver } from './organisation.resolver';
import { Role } from './role.entity';
import { PermissionResolver, RoleResolver } from './role.resolver';
import { ServiceCentre } from './service-centre.entity';
import { serviceCentreReference } from './service-centre.reference';
import { ServiceCentreResolver } from './service-centre.resolver';
import { SignUpResolver } from './sign-up.resolver';
import { StaffHoldingResolver } from './staff-holding.resolver';
import { User } from './user.entity';
import { userReference } from './user.reference';
import { UserResolver } from './user.resolver';
import { UserStandingResolver } from './user-standing.resolver';
import { ViewerResolver } from './viewer.resolver';

export const identityParts = {
  entities: [Organisation, ServiceCentre, Role, User, Assignment],
  resolvers: [
    OrganisationResolver,
    ServiceCentreResolver,
    RoleResolver,
    PermissionResolver,
    UserResolver,
    ViewerResolver,
    SignUpResolver,
    StaffHoldingResolver,
    UserStandingResolver,
  ],
  references: [organisationReference, serviceCentreReference, userReference],
  constraints: {
    organisation_slug: () => conflict('Another organisation has this slug.', { field: 'slug' }),
    service_centre_code: () => conflict('Another service centre has this code.', { field: 'code' }),
    organisation_logo: unknownLogo,
    role_name: () => conflict('Another role has this name.', { field: 'name' }),
    user_email: () => conflict('Another account signs in with this e-mail.', { field: 'email' }),
    user_phone: () => conflict('Another account signs in with this phone.', { field: 'phone' }),
    user_reachable: () =>
      badField('input.email', 'REQUIRED', 'An account needs an e-mail or a phone to sign in with.'),
  },
} satisfies Parts;

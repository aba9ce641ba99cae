import { badField, conflict } from '../../../shared/errors';
import type { SubgraphApp } from '../../../shared/subgraph/app';
import { Assignment } from './assignment.entity';
import { Organisation } from './organisation.entity';
import { organisationReference } from './organisation.reference';
import { OrganisationResolver } from './organisation.resolver';
import { Role } from './role.entity';
import { PermissionResolver, RoleResolver } from './role.resolver';
import { ServiceCentre } from './service-centre.entity';
import { serviceCentreReference } from './service-centre.reference';
import { ServiceCentreResolver } from './service-centre.resolver';
import { SignUpResolver } from './sign-up.resolver';
import { User } from './user.entity';
import { userReference } from './user.reference';
import { UserResolver } from './user.resolver';
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
  ],
  references: [organisationReference, serviceCentreReference, userReference],
  handlers: [],
  tasks: [],
  constraints: {
    organisation_slug: () => conflict('Another organisation has this slug.', { field: 'slug' }),
    service_centre_code: () => conflict('Another service centre has this code.', { field: 'code' }),
    role_name: () => conflict('Another role has this name.', { field: 'name' }),
    user_email: () => conflict('Another account signs in with this e-mail.', { field: 'email' }),
    user_phone: () => conflict('Another account signs in with this phone.', { field: 'phone' }),
    user_reachable: () =>
      badField('input.email', 'REQUIRED', 'An account needs an e-mail or a phone to sign in with.'),
  },
} satisfies Omit<SubgraphApp, 'name'>;

import { badField } from '../../../shared/errors';
import type { SubgraphApp } from '../../../shared/subgraph/app';
import { Contact } from './contact.entity';
import { ContactResolver } from './contact.resolver';
import { Customer } from './customer.entity';
import { customerReference } from './customer.reference';
import { CustomerResolver } from './customer.resolver';
import { linkCustomerHandler } from './link-customer.handler';

export const crmParts = {
  entities: [Customer, Contact],
  resolvers: [CustomerResolver, ContactResolver],
  references: [customerReference],
  handlers: [linkCustomerHandler],
  tasks: [],
  constraints: {
    customer_named: () => badField('input.firstName', 'REQUIRED', 'A customer has a name or a company.'),
    customer_centre_service_centre: () =>
      badField('input.serviceCentreId', 'UNKNOWN', 'There is no such service centre.'),
  },
} satisfies Omit<SubgraphApp, 'name'>;

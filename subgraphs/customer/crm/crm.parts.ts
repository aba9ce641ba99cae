import { badField } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { Contact } from './contact.entity';
import { ContactResolver } from './contact.resolver';
import { Customer } from './customer.entity';
import { customerReference } from './customer.reference';
import { CustomerResolver } from './customer.resolver';
import { FoundCustomersResolver } from './found-customers.resolver';
import { Lead } from './lead.entity';
import { leadReference } from './lead.reference';
import { LeadResolver } from './lead.resolver';
import { linkCustomerHandlers } from './link-customer.handler';
import { loseLeadHandler } from './lose-lead.handler';
import { VisitorResolver } from './visitor.resolver';

export const crmParts = {
  entities: [Customer, Contact, Lead],
  resolvers: [CustomerResolver, ContactResolver, LeadResolver, VisitorResolver, FoundCustomersResolver],
  references: [customerReference, leadReference],
  handlers: [...linkCustomerHandlers, loseLeadHandler],
  constraints: {
    customer_named: () => badField('input.firstName', 'REQUIRED', 'A customer has a name or a company.'),
    lead_service_centre: () =>
      badField('input.serviceCentreId', 'UNKNOWN', 'There is no such service centre.'),
    customer_centre_service_centre: () =>
      badField('input.serviceCentreId', 'UNKNOWN', 'There is no such service centre.'),
  },
} satisfies Parts;

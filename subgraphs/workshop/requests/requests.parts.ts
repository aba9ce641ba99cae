import type { Parts } from '../../../shared/subgraph/parts';
import { completeRequestHandler } from './follow-job';
import { ServiceRequestStatusChange } from './request-status-change.entity';
import { ServiceRequest } from './service-request.entity';
import { serviceRequestReference } from './service-request.reference';
import { ServiceRequestResolver, ServiceRequestStatusChangeResolver } from './service-request.resolver';
import { ServiceRequestCommands } from './service-request-commands.resolver';

/** What customers and staff ask for, from the wish to the appointment. */
export const requestsParts = {
  entities: [ServiceRequest, ServiceRequestStatusChange],
  resolvers: [ServiceRequestResolver, ServiceRequestCommands, ServiceRequestStatusChangeResolver],
  references: [serviceRequestReference],
  handlers: [completeRequestHandler],
} satisfies Parts;

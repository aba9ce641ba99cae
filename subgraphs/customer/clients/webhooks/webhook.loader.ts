import { readable, type Viewer } from '../../../../shared/database/readable';
import { idList, type Sql, sql } from '../../../../shared/database/sql';
import { WebhookDelivery } from './webhook-delivery.entity';
import { WebhookEndpoint } from './webhook-endpoint.entity';

/** Those of clients that reach no further than whoever looks. */
const ofClientsWithin = ({ identity: { serviceCentreIds } }: Viewer, clientId: Sql): Sql =>
  serviceCentreIds === null
    ? sql`true`
    : sql`exists (select from customer.api_client c where c.organisation_id = t.organisation_id
        and c.id = ${clientId} and c.service_centre_ids <@ ${idList(serviceCentreIds)}::uuid[])`;

export const webhookEndpoints = readable({
  entity: WebhookEndpoint,
  permission: 'clients:read',
  called: 'Webhook endpoint',
  visible: (viewer) => ofClientsWithin(viewer, sql`t.client_id`),
});

const clientOfEndpoint = sql`(select e.client_id from customer.webhook_endpoint e
  where e.organisation_id = t.organisation_id and e.id = t.endpoint_id)`;

export const webhookDeliveries = readable({
  entity: WebhookDelivery,
  permission: 'clients:read',
  called: 'Webhook delivery',
  visible: (viewer) => ofClientsWithin(viewer, clientOfEndpoint),
});

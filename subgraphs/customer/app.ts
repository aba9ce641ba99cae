import { organisationRecordsParts } from '../../shared/organisation-records/parts';
import type { SubgraphApp } from '../../shared/subgraph/app';
import { joinParts } from '../../shared/subgraph/parts';
import { approvalsParts } from './approvals/approvals.parts';
import { careParts } from './care/care.parts';
import { ApiClientSecret } from './clients/api-client-secret.entity';
import { clientsParts } from './clients/clients.parts';
import { WebhookEndpoint } from './clients/webhooks/webhook-endpoint.entity';
import { webhooksParts } from './clients/webhooks/webhooks.parts';
import { consentsParts } from './consents/consents.parts';
import { crmParts } from './crm/crm.parts';
import { filesParts } from './files/files.parts';
import { synchroniseRoles } from './identity/default-roles';
import { identityParts } from './identity/identity.parts';
import { Session } from './identity/session.entity';
import { inspectionsParts } from './inspections/inspections.parts';
import { liveParts } from './live/live.parts';
import { messagesParts } from './messages/messages.parts';
import { notificationsParts } from './notifications/notifications.parts';
import { offersParts } from './offers/offers.parts';
import { privacyParts } from './privacy/privacy.parts';
import { Registration } from './sign-in/registration.entity';
import { signInParts } from './sign-in/sign-in.parts';

export const customerApp: SubgraphApp = {
  ...joinParts('customer', [
    identityParts,
    signInParts,
    crmParts,
    consentsParts,
    filesParts,
    messagesParts,
    notificationsParts,
    careParts,
    offersParts,
    inspectionsParts,
    approvalsParts,
    privacyParts,
    liveParts,
    clientsParts,
    webhooksParts,
    organisationRecordsParts('customer', {
      without: [Session, Registration, ApiClientSecret, WebhookEndpoint],
    }),
  ]),
  synchronise: synchroniseRoles,
};

/** Coordinates that no test has been asked to see answered, each with the reason. */
export const NEVER_ANSWERED: Readonly<Record<string, string>> = {
  'KeptRecords.until':
    'What is kept so far is kept for as long as the shop is there; invoices will have a day.',
  'DatabaseHealth.replicaLagSeconds':
    'A number only where reports read a copy that follows; the tests read a copy that stands still.',
  'CreditNoteLine.discountPercent': 'Always null: a credit note states what was taken off as an amount.',
};

/**
 * Answered by features that have just come, and not yet looked at by a test of their own; the next who work on them
 * assert their values and shorten this list. It is no place for anything new.
 */
export const OWED: ReadonlySet<string> = new Set([
  'ApiClient.createdAt',
  'ApiClient.updatedAt',
  'ApiClientConnection.edges',
  'ApiClientConnection.pageInfo',
  'ApiClientEdge.cursor',
  'ApiClientEdge.node',
  'ApiClientSecret.createdAt',
  'ApiClientSecret.updatedAt',
  'ApiClientSecret.version',
  'ClientToken.accessToken',
  'ClientToken.expiresAt',
  'ClientToken.scopes',
  'IssuedWebhookEndpoint.endpoint',
  'IssuedWebhookEndpoint.secret',
  'Mutation.createWebhookEndpoint',
  'Mutation.redeliverWebhook',
  'Mutation.removePersistedDocument',
  'Mutation.rotateWebhookEndpointSecret',
  'PersistedDocument.createdAt',
  'PersistedDocument.deprecatedUses',
  'PersistedDocument.lastRanAt',
  'PersistedDocument.updatedAt',
  'PersistedDocument.version',
  'PersistedDocumentConnection.edges',
  'PersistedDocumentConnection.pageInfo',
  'PersistedDocumentEdge.cursor',
  'PersistedDocumentEdge.node',
  'WebhookDelivery.createdAt',
  'WebhookDelivery.lastAttemptAt',
  'WebhookDelivery.nextAttemptAt',
  'WebhookDelivery.occurredAt',
  'WebhookDelivery.updatedAt',
  'WebhookDelivery.version',
  'WebhookDeliveryConnection.edges',
  'WebhookDeliveryConnection.pageInfo',
  'WebhookDeliveryConnection.totalCount',
  'WebhookDeliveryEdge.cursor',
  'WebhookDeliveryEdge.node',
  'WebhookEndpoint.createdAt',
  'WebhookEndpoint.documentId',
  'WebhookEndpoint.lastDeliveredAt',
  'WebhookEndpoint.previousSecretUntil',
  'WebhookEndpoint.updatedAt',
  'WebhookEndpoint.version',
  'WebhookEndpointConnection.edges',
  'WebhookEndpointConnection.pageInfo',
  'WebhookEndpointEdge.cursor',
  'WebhookEndpointEdge.node',
]);

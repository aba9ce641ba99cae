/** The rows of the matrix for third parties’ programs: administrators alone. */
export const CLIENTS = `
apiClients                 clients:read           A     -       -       -            -          -          -        -      -
createApiClient            clients:create         A     -       -       -            -          -          -        -      -
rotateApiClientSecret      clients:update         A     -       -       -            -          -          -        -      -
revokeApiClient            clients:revoke         A     -       -       -            -          -          -        -      -
persistedDocuments         clients:read           A     -       -       -            -          -          -        -      -
registerPersistedDocuments clients:update         A     -       -       -            -          -          -        -      -
removePersistedDocument    clients:update         A     -       -       -            -          -          -        -      -
webhookEndpoints           clients:read           A     -       -       -            -          -          -        -      -
webhookDeliveries          clients:read           A     -       -       -            -          -          -        -      -
createWebhookEndpoint      clients:update         A     -       -       -            -          -          -        -      -
updateWebhookEndpoint      clients:update         A     -       -       -            -          -          -        -      -
deleteWebhookEndpoint      clients:update         A     -       -       -            -          -          -        -      -
rotateWebhookEndpointSecret clients:update        A     -       -       -            -          -          -        -      -
redeliverWebhook           clients:update         A     -       -       -            -          -          -        -      -
`;

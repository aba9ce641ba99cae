/** The rows of the matrix for third parties’ programs: administrators alone. */
export const CLIENTS = `
apiClients                 clients:read           A     -       -       -            -          -          -        -      -
createApiClient            clients:create         A     -       -       -            -          -          -        -      -
rotateApiClientSecret      clients:update         A     -       -       -            -          -          -        -      -
revokeApiClient            clients:revoke         A     -       -       -            -          -          -        -      -
persistedDocuments         clients:read           A     -       -       -            -          -          -        -      -
registerPersistedDocuments clients:update         A     -       -       -            -          -          -        -      -
removePersistedDocument    clients:update         A     -       -       -            -          -          -        -      -
`;

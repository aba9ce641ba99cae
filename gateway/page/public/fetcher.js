import { ask, hasCode } from './api.js';

/**
 * GraphiQL's way to the API, with the session's token. When the token has ended, it is renewed once and the
 * request repeated. An Authorization in GraphiQL's own headers is taken as it is.
 */
export function createFetcher(endpoint, session) {
  return async (operation, { headers, documentAST } = {}) => {
    const token = new Headers(headers).has('Authorization') ? undefined : session.token;
    const result = await ask(endpoint, operation, { token, headers });
    if (!token || !hasCode(result, 'UNAUTHENTICATED')) return result;
    const renewed = await session.refresh(token);
    if (!renewed || wasPartlyDone(result, documentAST, operation.operationName)) return result;
    return ask(endpoint, operation, { token: session.token, headers });
  };
}

/** Reading again is free; a mutation is repeated only when nothing of it was done. */
function wasPartlyDone({ data }, documentAST, operationName) {
  const operation = documentAST?.definitions.find(
    ({ kind, name }) => kind === 'OperationDefinition' && (!operationName || name?.value === operationName),
  );
  return operation?.operation === 'mutation' && Boolean(data);
}

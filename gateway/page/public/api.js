/** One operation over HTTP. Gives a GraphQL result even when the answer is none, so that it can be shown. */
export async function ask(endpoint, operation, { token, headers } = {}) {
  const sent = new Headers(headers);
  sent.set('Content-Type', 'application/json');
  if (token) sent.set('Authorization', `Bearer ${token}`);
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      credentials: 'same-origin',
      headers: sent,
      body: JSON.stringify(operation),
    });
    return await response
      .json()
      .catch(() => failure(`The server answered ${response.status}, without JSON.`));
  } catch {
    return failure('The server cannot be reached.');
  }
}

/** The first error's code, or undefined. */
export const codeOf = (result) => result.errors?.[0]?.extensions?.code;

export const hasCode = (result, code) =>
  result.errors?.some((error) => error.extensions?.code === code) ?? false;

const failure = (message) => ({ errors: [{ message }] });

import { badParameter } from './bad-request';

const SECRETS = ['access_token', 'authorization', 'client_secret', 'api_key', 'token'];

/** An address stands in logs, histories and referrers of others: no secret is taken from one. */
export function refuseSecretsIn(address: string | undefined): void {
  const name = secretIn(address);
  if (name)
    throw badParameter(
      name,
      'SECRET_IN_URL',
      'Send secrets in the Authorization header, never in an address.',
    );
}

export const hasSecrets = (address: string | undefined): boolean => secretIn(address) !== undefined;

function secretIn(address = ''): string | undefined {
  const start = address.indexOf('?');
  if (start < 0) return undefined;
  const names = [...new URLSearchParams(address.slice(start + 1)).keys()];
  return names.find((name) => SECRETS.includes(name.toLowerCase()));
}

import { newTenantToken, tenantOf } from '../links/links';

/** By its beginning a key is found by whoever looks for secrets in a repository, and told from an access token. */
const BEGINNING = 'lbk_';

/** The secret of an API client: it carries its tenant, as every token does that is looked up. */
export const newClientKey = (organisationId: string): string => BEGINNING + newTenantToken(organisationId);

/** The tenant that a key names; null for a text that is no key. Proves nothing about the rest of it. */
export const tenantOfKey = (key: string): string | null =>
  key.startsWith(BEGINNING) ? tenantOf(key.slice(BEGINNING.length)) : null;

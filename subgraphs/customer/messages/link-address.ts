import type { Environment } from '../../../shared/environment';

/**
 * Where a link in a message leads: `…/links/password-reset#token`. Behind the #, the token is not sent to any
 * server by opening the page, and so is in no log.
 */
export const linkAddress = (environment: Environment, purpose: string, token: string): string =>
  `${environment.linksUrl}/${purpose.toLowerCase().replaceAll('_', '-')}#${token}`;

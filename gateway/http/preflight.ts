import type { IncomingHttpHeaders } from 'node:http';
import { badParameter, badRequest } from './bad-request';

/** What a form of another site can send without the browser asking us first. */
const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];

/** No form can set these. */
const HEADERS = ['x-apollo-operation-name', 'apollo-require-preflight'];

const FORGED =
  'This operation has been blocked as a potential Cross-Site Request Forgery (CSRF). ' +
  "Please either specify a 'content-type' header (with a type that is not one of " +
  `${FORM_TYPES.join(', ')}) or provide a non-empty value for one of the following headers: ${HEADERS.join(', ')}`;

/** Refuses a GET that a page of another site could make its visitor's browser send, cookies and all. */
export function requirePreflight(headers: IncomingHttpHeaders): void {
  const type = headers['content-type']?.split(';', 1).join().trim().toLowerCase();
  if (type === 'application/json') return;
  // A browser sends a bearer token for no page but one that it has asked about.
  const marked = HEADERS.some((name) => headers[name]) || headers.authorization?.startsWith('Bearer ');
  if (!marked && (type === undefined || FORM_TYPES.includes(type)))
    throw badParameter('headers', 'PREFLIGHT', FORGED);
  if (type !== undefined)
    throw badRequest(
      { status: 415 },
      'Content-Type',
      'MEDIA_TYPE',
      'GET requests may not have a content-type header other than application/json.',
    );
}

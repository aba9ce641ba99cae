import type { Environment, Role } from '../shared/environment';
import { DEMO_PASSWORD, DEMO_SLUG, DEMO_STAFF, OTHER_ADMIN, OTHER_SLUG } from './demo/sign-ins';

const FIRST_QUERY =
  '{ jobCards(first: 5) { nodes { number status vehicle { plate make owner { firstName lastName } } } } }';

/** What a person at the terminal wants to know: where it is, who can sign in, what to ask first. */
export function welcome(role: Role, url: string | null, environment: Environment): void {
  if (role !== 'all') {
    console.log(`${role} is ${url ? `at ${url}` : 'running'}`);
    return;
  }
  const lines = ['', `Liftbay is at ${url}  (GraphiQL in the browser, the graph at ${url}/graphql)`];
  if (environment.demo) {
    lines.push('', `Sign in to the demo shop (organisation "${DEMO_SLUG}", password "${DEMO_PASSWORD}"):`);
    for (const { role: staff, email } of DEMO_STAFF)
      lines.push(`  ${staff.toLowerCase().padEnd(14)}${email}`);
    lines.push('', `Another organisation is "${OTHER_SLUG}": sign in as ${OTHER_ADMIN.email}.`);
    lines.push('', 'A query to paste:', `  ${FIRST_QUERY}`);
  }
  if (!environment.production && !environment.smtpUrl)
    lines.push('', `Messages are kept instead of sent: read them, with their links, at ${url}/outbox`);
  lines.push('', 'Ctrl-C stops everything.', '');
  console.log(lines.join('\n'));
}

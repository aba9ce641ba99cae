import { EnvironmentError, readEnvironment } from '../../shared/environment';
import { useGraph } from '../harness/graph';

/** What is different where customers are. */
const graph = useGraph({ environment: { NODE_ENV: 'production', WEBHOOKS_TO_LOOPBACK: 'off' } });

test('the schema is not told, not even by a suggestion', async () => {
  const introspection = await graph.anonymous().send('{ __schema { types { name } } }');
  expect(introspection.code).toBe('GRAPHQL_VALIDATION_FAILED');
  const nearly = await graph.anonymous().send('{ vehicels { totalCount } }');
  expect(nearly.errors[0]!.message).not.toMatch(/did you mean|vehicles/i);
});

test.each(['/', '/outbox', '/outbox/messages', '/outbox/outbox.js'])(
  'there is no page at %s',
  async (path) => {
    expect((await fetch(graph.url + path)).status).toBe(404);
  },
);

test.each(['/board', '/track'])('there is a page at %s, which asks as any client does', async (path) => {
  expect((await fetch(graph.url + path)).status).toBe(200);
});

test.each([['IDENTITY'], ['LIMITS']])('%s=off is refused', (name) => {
  const secrets = { SECRET_KEY: 'x'.repeat(40), ENCRYPTION_KEYS: `k1:${'A'.repeat(43)}=` };
  expect(() => readEnvironment({ NODE_ENV: 'production', ...secrets, [name]: 'off' })).toThrow(
    EnvironmentError,
  );
  expect(readEnvironment({ NODE_ENV: 'development', [name]: 'off' })).toBeDefined();
});

test('secrets must be given', () => {
  expect(() => readEnvironment({ NODE_ENV: 'production' })).toThrow(/SECRET_KEY/);
});

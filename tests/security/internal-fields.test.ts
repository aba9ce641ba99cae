import { isObjectType } from 'graphql';
import { APPS } from '../../program/apps';
import { ANONYMOUS, type Identity, PROGRAM } from '../../shared/access/identity';
import { newId } from '../../shared/ids';
import { buildSchema } from '../../shared/subgraph/schema';
import { FACTS, useSubgraphs } from '../harness/subgraphs';
import { apiSchema, operationOf, rootFields } from './generated-operations.fixtures';

/**
 * Fields that the gateway asks in the program’s own name. They are not in the graph that clients see, and a subgraph
 * that is reached past the gateway, with the identity of anybody else, refuses them too.
 */
const open = useSubgraphs();

const people: [string, Identity][] = [
  ['nobody', ANONYMOUS],
  ...(['USER', 'CLIENT', 'LINK'] as const).map((kind): [string, Identity] => [
    kind,
    {
      ...ANONYMOUS,
      kind,
      organisationId: newId(),
      actorId: newId(),
      permissions: { '*': 'all' },
      serviceCentreIds: null,
    },
  ]),
];

const api = apiSchema();
const isSeen = (type: string, field: string): boolean => {
  const found = api.getType(type);
  return isObjectType(found) && field in found.getFields();
};

const hidden = APPS.flatMap((app) => {
  const { schema } = buildSchema(app);
  return (['query', 'mutation'] as const).flatMap((kind) => {
    const type = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return rootFields(type)
      .filter(({ name }) => !name.startsWith('_') && !isSeen(type!.name, name))
      .map((field) => [`${app.name}: ${field.name}`, app.name, operationOf(kind, field, 1, [{}])] as const);
  });
});

test('are found, and so are the types of their answers', () => {
  expect(hidden.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'billing: takeStripeEvent',
      'customer: issueClientToken',
      'customer: keptMessages',
      'customer: takeMessageReceipt',
      'customer: takeMessageReply',
    ]),
  );
  expect(api.getType('OutboxMessage')).toBeUndefined();
});

describe.each(hidden)('%s', (_, subgraph, { query, variables }) => {
  test.each(people)('is refused to %s', async (_kind, identity) => {
    const { data, errors } = await open.of(subgraph).execute({ query, variables }, identity, FACTS);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(data?.a0 ?? null).toBeNull();
  });
});

test.each([
  ['{ kept: keptMessages { id organisation kind channel recipient subject body createdAt } }', { kept: [] }],
  [
    'mutation { taken: takeMessageReply(channel: SMS, from: "+393330000000", providerId: "SM1", body: "STOP") }',
    { taken: true },
  ],
])('the program is answered: %s', async (query, answer) => {
  expect(await open.of('customer').execute({ query }, PROGRAM, FACTS)).toEqual({ data: answer });
});

import { over } from './apollo-differences.fixtures';
import { LoadedPair } from './both-executors.fixtures';
import { LINK } from './graphs.fixtures';

const owners = {
  a: `${LINK}
    type Query { owner: Owner }
    type Owner @key(fields: "id") { id: ID pet: Pet pets: [Pet] }
    union Pet = Cat | Dog
    type Cat { lives: Int }
    type Dog { name: String @shareable }`,
  b: `${LINK}
    type Owner @key(fields: "id") { id: ID pet: Pet @external pets: [Pet] @external
      luck: Int @requires(fields: "pet { ... on Cat { lives } } pets { ... on Cat { lives } }") }
    union Pet = Cat | Dog
    type Cat { lives: Int @external }
    type Dog { name: String @shareable }`,
};

test('an object of which nothing is required is told as one without fields', async () => {
  const pair = await LoadedPair.load(owners);
  const [dog, cat] = [{ __typename: 'Dog' }, { __typename: 'Cat', lives: 9 }];
  const both = await over(pair, '{ owner { luck } }', {
    a: { data: { owner: { __typename: 'Owner', id: '1', pet: dog, pets: [dog, cat, null] } } },
    b: { data: { _entities: [{ luck: 7 }] } },
  });
  await pair.stop();
  expect(both.ours.asked).toEqual(both.apollo.asked);
  expect(JSON.parse(both.ours.asked[1]!.variables).representations).toEqual([
    { __typename: 'Owner', id: '1', pet: {}, pets: [{}, { lives: 9 }, null] },
  ]);
  expect(both.ours.result!.data).toEqual({ owner: { luck: 7 } });
});

import { newId } from '../../shared/ids';
import { useGraph } from '../harness/graph';
import { endow, type Given, holderOf, type RoleHolder } from './custom-role.fixtures';
import { apiSchema, idSlots, operationOf, type RootField, rootFields } from './generated-operations.fixtures';
import { MATRIX, type Row } from './matrix';
import { inTurns } from './traces.fixtures';
import { World } from './world.fixtures';

/** An organisation’s own roles open what is in them and nothing else. */
const graph = useGraph();
const world = new World(graph);
let holder: RoleHolder;

beforeAll(async () => {
  await world.build();
  holder = await holderOf(world.here, {});
}, 60_000);

const schema = apiSchema();
const fields = new Map(
  [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    rootFields(type).map(
      (field) => [field.name, { field, isQuery: type === schema.getQueryType() }] as const,
    ),
  ),
);
const guarded = MATRIX.filter(({ needs }) => needs !== 'sign-in');
const permissions = [...new Set(guarded.map(({ needs }) => needs))];

/** What the holder is told when they ask the field about something that does not exist. */
async function told({ field: name }: Row) {
  const { field, isQuery } = fields.get(name)!;
  const unknown = Object.fromEntries(idSlots(field).map((place) => [place, newId()]));
  const { query, variables } = operationOf(isQuery ? 'query' : 'mutation', field, 1, [
    required(field, unknown),
  ]);
  const { code, errors } = await holder.client.send(query, variables);
  return code === 'FORBIDDEN' ? `FORBIDDEN ${errors[0]!.extensions.permission}` : code;
}

const required = (field: RootField, values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).filter(([place]) => field.args.some(({ name }) => name === place)),
  );

/** A command answers with the record that it changed, so a role has it only beside the reading. */
const withReading = (permission: string): Given => ({
  [`${permission.split(':')[0]}:read`]: 'ALL',
  [permission]: 'ALL',
});

test.each(permissions)('%s opens the fields that need it, and no others', async (permission) => {
  const given = withReading(permission);
  await endow(holder, world.here, given);
  const answers = await inTurns(guarded, async (row) => [row, await told(row)] as const);
  const opened = answers.filter(([{ needs }, code]) => code !== `FORBIDDEN ${needs}`);
  expect(opened.map(([{ field }]) => field).sort()).toEqual(
    guarded.flatMap(({ field, needs }) => (needs in given ? [field] : [])).sort(),
  );
});

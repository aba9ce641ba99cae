import type { OperationTypeNode } from 'graphql';
import { newId } from '../../shared/ids';
import { isPermission } from '../../subgraphs/customer/identity/permissions';
import { useGraph } from '../harness/graph';
import { begin } from './begin.fixtures';
import { endow, type Given, holderOf, type RoleHolder } from './custom-role.fixtures';
import { apiSchema, idSlots, operationOf, type RootField, rootFields } from './generated-operations.fixtures';
import { MATRIX, type Row } from './matrix';
import { inTurns } from './traces.fixtures';
import { World } from './world.fixtures';

/** An organisation’s own roles open what is in them and nothing else. */
const graph = useGraph();
const world = new World(graph, []);
let holder: RoleHolder;

beforeAll(async () => {
  await world.build();
  holder = await holderOf(world.here, {});
});

const schema = apiSchema();
const fields = new Map(
  (['query', 'mutation', 'subscription'] as const).flatMap((kind) =>
    rootFields(schema.getRootType(kind as OperationTypeNode)).map(
      (field) => [field.name, { field, kind }] as const,
    ),
  ),
);
const guarded = MATRIX.filter(({ needs }) => needs !== 'sign-in');
const permissions = [...new Set(guarded.map(({ needs }) => needs))];

/** What the holder is told when they ask the field about something that does not exist. */
async function told({ field: name }: Row) {
  const { field, kind } = fields.get(name)!;
  const unknown = Object.fromEntries(idSlots(field).map((place) => [place, newId()]));
  const { query, variables } = operationOf(kind, field, 1, [required(field, unknown)]);
  const errors =
    kind === 'subscription'
      ? await begin(graph, holder.client, query, variables)
      : (await holder.client.send(query, variables)).errors;
  const extensions = errors[0]?.extensions;
  return extensions?.code === 'FORBIDDEN' ? `FORBIDDEN ${extensions.permission}` : extensions?.code;
}

const required = (field: RootField, values: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(values).filter(([place]) => field.args.some(({ name }) => name === place)),
  );

/** A command answers with the record that it changed, so a role has it only beside the reading, where there is one. */
function withReading(permission: string): Given {
  const reading = `${permission.split(':')[0]}:read`;
  return { ...(isPermission(reading) ? { [reading]: 'ALL' } : {}), [permission]: 'ALL' };
}

/**
 * Those whose place in the list has this binary digit. Any two permissions are told apart by one of the digits, so
 * a field that asks for another one than it should is found without a role for each of them.
 */
const halves = Array.from(permissions.length.toString(2), (_, bit) => bit).flatMap((bit) =>
  [0, 1].map((digit) => [bit, digit] as const),
);
const half = (bit: number, digit: number) => permissions.filter((_, place) => ((place >> bit) & 1) === digit);

test('every permission is in a half without any one of the others', () => {
  const sets = halves.map(([bit, digit]) => new Set(half(bit, digit)));
  const together = permissions.flatMap((one) =>
    permissions.filter((other) => one !== other && !sets.some((set) => set.has(one) && !set.has(other))),
  );
  expect(together).toEqual([]);
});

test.each(halves)(
  'a half (digit %i is %i) opens the fields that need it, and no others',
  async (bit, digit) => {
    const given: Given = Object.assign({}, ...half(bit, digit).map(withReading));
    await endow(holder, world.here, given);
    const answers = await inTurns(guarded, async (row) => [row, await told(row)] as const);
    const opened = answers.filter(([{ needs }, code]) => code !== `FORBIDDEN ${needs}`);
    expect(opened.map(([{ field }]) => field).sort()).toEqual(
      guarded.flatMap(({ field, needs }) => (needs in given ? [field] : [])).sort(),
    );
  },
);

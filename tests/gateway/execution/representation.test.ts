import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { buildSchema } from 'graphql';
import { compileRepresentation } from '../../../gateway/execution/plan/representation';

const schema = buildSchema(`
  type Query { any: Named }
  interface Named { id: ID }
  type Dog implements Named { id: ID owner: Owner homes: [[Home]] }
  type Cat implements Named { id: ID }
  type Owner { name: String }
  type Home { town: String }
`);

const field = (name: string, selections?: QueryPlanSelectionNode[], alias?: string): QueryPlanSelectionNode =>
  ({ kind: 'Field', name, selections, alias }) as QueryPlanSelectionNode;
const on = (typeCondition: string, ...selections: QueryPlanSelectionNode[]): QueryPlanSelectionNode =>
  ({ kind: 'InlineFragment', typeCondition, selections }) as QueryPlanSelectionNode;
const representation = (object: Record<string, unknown>, ...requires: QueryPlanSelectionNode[]): unknown =>
  compileRepresentation(schema, requires)(object);

const TYPENAME = field('__typename');
const rex = { __typename: 'Dog', id: 'rex', owner: { name: 'Ann', age: 3 }, colour: 'red' };

test('only what is required is told, under the name that it was fetched by', () => {
  expect(representation(rex, on('Dog', TYPENAME, field('id'), field('owner', [field('name')])))).toEqual({
    __typename: 'Dog',
    id: 'rex',
    owner: { name: 'Ann' },
  });
  expect(representation({ ...rex, id__alias_0: 'r' }, field('id', undefined, 'id__alias_0'))).toEqual({
    id__alias_0: 'r',
  });
});

test('a condition that does not apply tells nothing; that of an interface applies to what implements it', () => {
  expect(representation(rex, on('Cat', TYPENAME, field('id'))) ?? {}).toEqual({});
  expect(representation(rex, on('Named', TYPENAME), on('Dog', field('id')))).toEqual({
    __typename: 'Dog',
    id: 'rex',
  });
  expect(representation({ id: 'who' }, on('Dog', field('id'))) ?? {}).toEqual({});
});

test('parts about the same object are put together', () => {
  expect(
    representation(
      { ...rex, owner: { name: 'Ann', age: 3 } },
      on('Named', field('owner', [field('name')])),
      on('Dog', field('owner', [field('age')])),
    ),
  ).toEqual({ owner: { name: 'Ann', age: 3 } });
});

test('something missing: the condition it is in tells nothing; outside of one, nothing is told at all', () => {
  expect(representation(rex, on('Dog', TYPENAME, field('chip')), on('Named', field('id')))).toEqual({
    id: 'rex',
  });
  expect(representation(rex, field('id'), field('chip'))).toBeNull();
  expect(representation(rex, field('id'), field('constructor'))).toBeNull();
});

test('null is a value; what is missing deeper down is null there', () => {
  expect(representation({ ...rex, owner: null }, field('owner', [field('name')]))).toEqual({ owner: null });
  expect(representation(rex, field('owner', [field('chip')]))).toEqual({ owner: null });
  expect(representation({ ...rex, id: null }, field('id'))).toEqual({ id: null });
});

test('lists are told item by item, lists in lists as well; something else for an object is null', () => {
  const homes = [[{ town: 'Ulm', zip: 1 }, null], null, ['odd']];
  expect(representation({ ...rex, homes }, field('homes', [field('town')]))).toEqual({
    homes: [[{ town: 'Ulm' }, null], null, [null]],
  });
});

test('what is known stays as it is', () => {
  const known = structuredClone(rex);
  representation(
    known,
    on('Named', field('owner', [field('name')])),
    on('Dog', field('owner', [field('age')])),
  );
  expect(known).toEqual(rex);
});

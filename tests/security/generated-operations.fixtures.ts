import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { RENDERED_FIELDS } from '../../gateway/limits/prices';
import { runState } from '../harness/run-state';

/**
 * Operations made from the schema, so that what is added to the graph later is asked for without anybody writing
 * it down here.
 */
export type RootField = GraphQLField<unknown, unknown>;
type Slot = GraphQLArgument | GraphQLInputField;

export const apiSchema = (): GraphQLSchema => buildSchema(readFileSync(runState().apiFile, 'utf8'));

export const rootFields = (type: GraphQLObjectType | null | undefined): RootField[] =>
  Object.values(type?.getFields() ?? {});

const NESTED_ROWS = 3;
const isConnection = (type: GraphQLObjectType): boolean => 'nodes' in type.getFields();
const isRequired = ({ type, defaultValue }: Slot): boolean =>
  isNonNullType(type) && defaultValue === undefined;

/** All scalar fields, and those of what hangs on it, so many levels deep. What is rendered is asked of single records. */
export function selectionOf(type: GraphQLObjectType, depth: number, inPage = false): string {
  const parts = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type);
    if (field.args.some(isRequired)) return [];
    if (!isObjectType(named)) return inPage && RENDERED_FIELDS.has(field.name) ? [] : [field.name];
    if (isConnection(named))
      return depth > 1 ? [`${field.name}(first: ${NESTED_ROWS}) ${pageOf(named, depth - 1)}`] : [];
    const isMany = isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
    return depth > 1 ? [`${field.name} ${selectionOf(named, depth - 1, inPage || isMany)}`] : [];
  });
  return `{ ${parts.length ? parts.join(' ') : '__typename'} }`;
}

/** A page of a list; the wrappers do not count as a level. */
export function pageOf(connection: GraphQLObjectType, depth: number): string {
  const { nodes } = connection.getFields();
  const rows = selectionOf(getNamedType(nodes!.type) as GraphQLObjectType, depth, true);
  return `{ totalCount pageInfo { hasNextPage endCursor } edges { cursor } nodes ${rows} }`;
}

/** What a root field answers with: nothing for a scalar, a page for a list, a record otherwise. */
export function answerOf(field: RootField, depth: number): string {
  const named = getNamedType(field.type);
  if (!isObjectType(named)) return '';
  return isConnection(named) ? pageOf(named, depth) : selectionOf(named, depth);
}

export const isPaged = (field: RootField): boolean => {
  const named = getNamedType(field.type);
  return isObjectType(named) && isConnection(named);
};

/** Where an id is put into the arguments of a root field: `id`, `input.vehicleId`, `filter.ownerId`. */
export function idSlots(field: RootField): string[] {
  return slotsIn(field.args, '', (slot) => getNamedType(slot.type).name === 'ID');
}

export function searchSlots(field: RootField): string[] {
  return slotsIn(field.args, '', (slot) => slot.name === 'search');
}

function slotsIn(slots: readonly Slot[], prefix: string, wanted: (slot: Slot) => boolean): string[] {
  return slots.flatMap((slot) => {
    const named = getNamedType(slot.type);
    if (isInputObjectType(named))
      return slotsIn(Object.values(named.getFields()), `${prefix}${slot.name}.`, wanted);
    return wanted(slot) ? [prefix + slot.name] : [];
  });
}

/** Values that pass the checks of fields with these names; other texts are words. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  email: 'someone@mail.example',
  login: 'someone@mail.example',
  phone: '+393331112233',
  number: 'ZZ999ZZ',
  country: 'IT',
  currency: 'EUR',
  locale: 'it-IT',
  timeZone: 'Europe/Rome',
  permission: 'customers:read',
  amount: '1.00',
  vin: '1HGCM82633A004352',
};
const SAMPLES_OF_TYPES: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  DateTime: '2030-01-01T00:00:00Z',
  LocalDate: '2020-01-01',
};

type Values = Readonly<Record<string, unknown>>;

/** The smallest arguments that the schema lets pass, with `values` at their places (`input.vehicleId`). */
export function argumentsOf(field: RootField, values: Values): Record<string, unknown> {
  return fieldsOf(field.args, '', values);
}

function fieldsOf(slots: readonly Slot[], prefix: string, values: Values): Record<string, unknown> {
  const given = slots.flatMap((slot): [string, unknown][] => {
    const place = prefix + slot.name;
    const wanted = Object.keys(values).some((key) => key === place || key.startsWith(`${place}.`));
    return wanted || isRequired(slot) ? [[slot.name, sampleFor(slot.type, place, values)]] : [];
  });
  return Object.fromEntries(given);
}

function sampleFor(type: GraphQLInputType, place: string, values: Values): unknown {
  if (isNonNullType(type)) return sampleFor(type.ofType, place, values);
  if (isListType(type))
    return place in values ? [values[place]].flat() : [sampleFor(type.ofType, place, values)];
  if (place in values) return values[place];
  if (isInputObjectType(type)) return fieldsOf(Object.values(type.getFields()), `${place}.`, values);
  if (isEnumType(type)) return type.getValues()[0]!.name;
  const name = place.split('.').at(-1)!;
  return SAMPLES[name] ?? SAMPLES_OF_TYPES[type.name] ?? 'Sample';
}

export interface Operation {
  query: string;
  variables: Record<string, unknown>;
}

const wrap = (parts: string[]): string => (parts.length ? `(${parts.join(', ')})` : '');

/**
 * One operation that asks the field once for each set of values, under the names `a0`, `a1` and so on, with
 * variables for the arguments that are given.
 */
export function operationOf(
  kind: 'query' | 'mutation' | 'subscription',
  field: RootField,
  depth: number,
  asked: Values[],
): Operation {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const calls = asked.map((values, n) => {
    const given = argumentsOf(field, values);
    const passed = field.args.flatMap(({ name, type }) => {
      if (!(name in given)) return [];
      declared.push(`$${name}${n}: ${type}`);
      variables[`${name}${n}`] = given[name];
      return [`${name}: $${name}${n}`];
    });
    return `a${n}: ${field.name}${wrap(passed)} ${answerOf(field, depth)}`;
  });
  return { query: `${kind} ${wrap(declared)} { ${calls.join(' ')} }`, variables };
}

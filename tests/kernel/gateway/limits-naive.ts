import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { OperationSize } from '../../../gateway/limits';

/**
 * The sizes by definition: every fragment written out wherever it is spread, however long that takes. The prices
 * are by hand, for the shop's schema, so that a mistake in how types are recognised shows as well.
 */
interface Expanded {
  node: FieldNode;
  parent: string;
  inside: Expanded[];
}

const RESULT: Record<string, string> = {
  me: 'Owner',
  owner: 'Owner',
  car: 'Car',
  node: 'Car',
  nodes: 'Car',
  recent: 'Car',
  cars: 'CarConnection',
  edges: 'CarEdge',
  pageInfo: 'PageInfo',
  contacts: 'Contact',
  grid: 'Contact',
  search: 'Found',
};

export type NaiveSize = Omit<OperationSize, 'introspectionLists'>;

type Variables = Record<string, unknown>;

export function naiveSize(document: DocumentNode, variables: Variables): NaiveSize {
  let directives = 0;

  const kept = (nodes: readonly DirectiveNode[] = []): boolean => {
    directives += nodes.length;
    return nodes.every((node) => {
      const argument = node.arguments?.[0]?.value;
      const value = argument?.kind === Kind.VARIABLE ? variables[argument.name.value] : undefined;
      return !(node.name.value === 'skip' && value) && !(node.name.value === 'include' && value === false);
    });
  };

  const expand = (set: SelectionSetNode, parent: string): Expanded[] =>
    set.selections.flatMap((node): Expanded[] => {
      if (!kept(node.directives)) return [];
      if (node.kind === Kind.FIELD) {
        const result = RESULT[node.name.value] ?? '';
        return [{ node, parent, inside: node.selectionSet ? expand(node.selectionSet, result) : [] }];
      }
      if (node.kind === Kind.INLINE_FRAGMENT)
        return expand(node.selectionSet, node.typeCondition?.name.value ?? parent);
      const fragment = fragmentOf(document, node.name.value);
      return expand(fragment.selectionSet, fragment.typeCondition.name.value);
    });

  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fields = expand(operation!.selectionSet, 'Query');
  return {
    depth: depth(fields),
    rootFields: fields.length,
    aliases: all(fields).filter(({ node }) => node.alias).length,
    directives,
    cost: sum(fields.map((field) => cost(field, variables))),
  };
}

function cost(field: Expanded, variables: Variables): number {
  const inside = sum(field.inside.map((each) => cost(each, variables)));
  const size = askedSize(field.node, variables);
  switch (field.node.name.value) {
    case 'me':
    case 'owner':
    case 'car':
    case 'node':
    case 'nodes':
      return 1 + inside;
    case 'edges':
      return inside;
    case 'cars':
      return 1 + (size ?? 20) * inside;
    case 'recent': {
      const isNull = field.node.arguments?.some(({ value }) => value.kind === Kind.NULL);
      return (size ?? (isNull ? 10 : 30)) * (1 + inside);
    }
    case 'contacts':
    case 'search':
      return 10 * (1 + inside);
    case 'pdfUrl':
      return 500;
    case 'grid':
      return 100 * (1 + inside);
    default:
      return 0;
  }
}

function askedSize(field: FieldNode, variables: Variables): number | undefined {
  const asked = (field.arguments ?? []).flatMap(({ value }) => {
    if (value.kind === Kind.INT) return Math.abs(Number(value.value));
    const variable = value.kind === Kind.VARIABLE ? variables[value.name.value] : undefined;
    return typeof variable === 'number' ? variable : [];
  });
  return asked.length ? Math.max(1, ...asked) : undefined;
}

function fragmentOf(document: DocumentNode, name: string): FragmentDefinitionNode {
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name) return definition;
  throw new Error(`no fragment ${name}`);
}

const sum = (numbers: number[]): number => numbers.reduce((a, b) => a + b, 0);

const depth = (fields: Expanded[]): number => Math.max(0, ...fields.map(({ inside }) => 1 + depth(inside)));

const all = (fields: Expanded[]): Expanded[] => fields.flatMap((field) => [field, ...all(field.inside)]);

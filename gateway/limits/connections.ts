import { type GraphQLNamedType, isObjectType } from 'graphql';

const ROWS: ReadonlySet<string> = new Set(['edges', 'nodes']);

/** The page of a list: `JobCardConnection`, with its rows in `nodes` and, with their cursors, in `edges`. */
export function isConnection(type: GraphQLNamedType): boolean {
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return false;
  const fields = type.getFields();
  return Boolean(fields.nodes ?? fields.edges);
}

export const isRowsOfConnection = (parent: GraphQLNamedType, field: string): boolean =>
  ROWS.has(field) && isConnection(parent);

/** `PageInfo` and `JobCardEdge`. */
export function isWrapper(type: GraphQLNamedType): boolean {
  if (!isObjectType(type)) return false;
  return type.name === 'PageInfo' || (type.name.endsWith('Edge') && Boolean(type.getFields().node));
}

import { type GraphQLNamedType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { ColumnNeeds } from './column-needs';
import type { Context } from './context';
import { SelectionReader } from './selected-columns';

const ENTITIES = '_entities';

/**
 * Hands the resolvers that answer with records a context that knows what is selected below their field, so that
 * lists and references read the columns that an answer is made from and leave the others where they are.
 */
export function readSelected(schema: GraphQLSchema, needs: ColumnNeeds, records: ReadonlySet<string>): void {
  const reader = new SelectionReader(needs);
  const query = schema.getQueryType();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      const isEntities = type === query && field.name === ENTITIES;
      if (!resolve || !(isEntities || answersRecords(getNamedType(field.type), records))) continue;
      field.resolve = (source, args, context: Context, info) =>
        resolve(source, args, context.selecting(reader.below(info)), info);
    }
  }
}

/** A record of this subgraph, or a page of them. */
function answersRecords(type: GraphQLNamedType, records: ReadonlySet<string>): boolean {
  if (!isObjectType(type)) return false;
  if (records.has(type.name)) return true;
  const { nodes } = type.getFields();
  return nodes !== undefined && records.has(getNamedType(nodes.type).name);
}

import { type GraphQLSchema, isObjectType } from 'graphql';

/** `Type.field` → the properties of the record that it is made from. A field that is not there may need any. */
export type ColumnNeeds = ReadonlyMap<string, readonly string[]>;

/**
 * A plain property needs itself, a field resolver what its `@Reads` names. Read off type-graphql's schema:
 * buildSubgraphSchema drops extensions.
 */
export function columnNeeds(schema: GraphQLSchema): ColumnNeeds {
  const needs = new Map<string, readonly string[]>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const declared = field.extensions.reads as string[] | undefined;
      const read = declared ?? (field.resolve ? undefined : [field.name]);
      if (read) needs.set(`${type.name}.${field.name}`, read);
    }
  }
  return needs;
}

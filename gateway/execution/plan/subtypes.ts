import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Whether an object of this `__typename` fits a type condition. Asked for every row, so remembered. */
export type FitsCondition = (typename: unknown) => boolean;

export function fits(schema: GraphQLSchema, condition: string): FitsCondition {
  const conditionType = schema.getType(condition);
  const known = new Map<unknown, boolean>([[condition, true]]);
  return (typename) => {
    let answer = known.get(typename);
    if (answer === undefined) {
      const type = typeof typename === 'string' ? schema.getType(typename) : undefined;
      answer =
        isAbstractType(conditionType) &&
        (isObjectType(type) || isInterfaceType(type)) &&
        schema.isSubType(conditionType, type);
      // What a subgraph may send is bounded by the schema, unless it is broken: then it is not remembered.
      if (type) known.set(typename, answer);
    }
    return answer;
  };
}

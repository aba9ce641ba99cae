import type {
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import type { ObjectPlan } from './object-plan';

/** What a plan is made from: the operation, and the values of the variables that steer @skip and @include. */
export interface Compilation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly conditions: Readonly<Record<string, unknown>>;
  /** What these selection sets together ask of an object of this type. */
  plan(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[]): ObjectPlan;
}

import { type ExecutionResult, GraphQLError, type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Compilation } from './compilation';
import { conditionsOf, variantOf } from './conditions';
import { ObjectPlan } from './object-plan';
import { respond, respondSerially } from './respond';
import { Run } from './run';
import { compileVariables } from './variables';

type Variables = Record<string, unknown>;

/** Combinations of Booleans that are kept planned; more than that is planned for the request alone. */
const MOST_VARIANTS = 16;

interface Variant {
  compilation: Compilation;
  plan: ObjectPlan;
}

/** One operation of a document, planned once for each combination of what its @skip and @include depend on. */
export class Operation {
  private readonly variants = new Map<string, Variant>();
  private readonly coerce: ReturnType<typeof compileVariables>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly parts: Pick<Compilation, 'operation' | 'fragments'>,
    private readonly conditionNames: readonly string[],
  ) {
    this.coerce = compileVariables(schema, parts.operation.variableDefinitions ?? []);
  }

  execute(inputs: Variables, context: unknown): ExecutionResult | Promise<ExecutionResult> {
    const { operation } = this.parts;
    const { coerced, errors } = this.coerce(inputs);
    if (errors) return { errors };
    let variant: Variant;
    try {
      variant = this.variant(coerced);
    } catch (error) {
      return { errors: [error as GraphQLError], data: null };
    }
    const run = new Run(variant.compilation, coerced, context);
    const serial = operation.operation === OperationTypeNode.MUTATION;
    return serial ? respondSerially(run, variant.plan) : respond(run, variant.plan);
  }

  private variant(variables: Variables): Variant {
    const name = variantOf(this.conditionNames, variables);
    const known = name === null ? undefined : this.variants.get(name);
    if (known) return known;
    const variant = this.plan(variables);
    if (name !== null && this.variants.size < MOST_VARIANTS) this.variants.set(name, variant);
    return variant;
  }

  private plan(variables: Variables): Variant {
    const { schema, parts } = this;
    const { operation } = parts;
    const type = schema.getRootType(operation.operation);
    if (!type)
      throw new GraphQLError(`Schema is not configured to execute ${operation.operation} operation.`, {
        nodes: operation,
      });
    const compilation: Compilation = {
      schema,
      ...parts,
      conditions: conditionsOf(this.conditionNames, variables),
      plan: (of, selectionSets) => new ObjectPlan(compilation, of, selectionSets),
    };
    return { compilation, plan: compilation.plan(type, [operation.selectionSet]) };
  }
}

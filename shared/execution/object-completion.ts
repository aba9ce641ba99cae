import { GraphQLError, type GraphQLObjectType } from 'graphql';
import { inspect } from 'graphql/jsutils/inspect';
import type { Compilation } from './compilation';
import { type FieldFacts, infoOf } from './info';
import { isPromise } from './is-promise';
import type { ObjectPlan } from './object-plan';
import type { Position } from './position';
import type { Run } from './run';

/** An object of a known type, in one place of the document: what is asked of it is worked out when the first comes. */
export class ObjectCompletion {
  private plan: ObjectPlan | undefined;

  constructor(
    private readonly compilation: Compilation,
    private readonly type: GraphQLObjectType,
    private readonly field: FieldFacts,
  ) {}

  complete(run: Run, value: unknown, at: Position): unknown {
    const plan = this.planned();
    if (!this.type.isTypeOf) return plan.execute(run, value, at);
    const isOfType = this.type.isTypeOf(value, run.context, infoOf(this.field, run, at));
    if (!isPromise(isOfType)) return this.executeIf(isOfType, plan, run, value, at);
    return run.later(isOfType, at, this.field.nodes, (resolved) =>
      this.executeIf(resolved, plan, run, value, at),
    );
  }

  private planned(): ObjectPlan {
    if (!this.plan) {
      const selectionSets = this.field.nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      this.plan = this.compilation.plan(this.type, selectionSets);
    }
    return this.plan;
  }

  private executeIf(isOfType: unknown, plan: ObjectPlan, run: Run, value: unknown, at: Position): unknown {
    if (isOfType) return plan.execute(run, value, at);
    throw new GraphQLError(`Expected value of type "${this.type.name}" but got: ${inspect(value)}.`, {
      nodes: this.field.nodes,
    });
  }
}

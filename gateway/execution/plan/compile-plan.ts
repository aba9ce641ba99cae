import type { ConditionNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { compileFetch } from './fetch';
import type { PlanPath } from './path';
import type { Step } from './run';

/** A query plan of Apollo's planner, made ready to run: what does not change from run to run is worked out once. */
export function compilePlan(schema: GraphQLSchema, plan: QueryPlan): Step {
  const { node } = plan;
  if (!node) return () => {};
  // Of one event: the subgraph that owns it is asked first, the others about what it answered.
  if (node.kind === 'Subscription') {
    const nodes = node.rest ? [node.primary, node.rest] : [node.primary];
    return inSequence(nodes.map((inner) => compileNode(schema, inner, [])));
  }
  return compileNode(schema, node, []);
}

function compileNode(schema: GraphQLSchema, node: PlanNode, path: PlanPath): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((inner) => compileNode(schema, inner, path)));
    case 'Parallel':
      return inParallel(node.nodes.map((inner) => compileNode(schema, inner, path)));
    case 'Flatten':
      return compileNode(schema, node.node, [...path, ...node.path]);
    case 'Condition':
      return onCondition(schema, node, path);
    case 'Fetch':
      return compileFetch(schema, node, path);
    case 'Defer':
      throw new Error('@defer is not supported.');
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

function onCondition(schema: GraphQLSchema, node: ConditionNode, path: PlanPath): Step {
  const compile = (branch: PlanNode | undefined): Step =>
    branch ? compileNode(schema, branch, path) : () => {};
  const whenTrue = compile(node.ifClause);
  const whenFalse = compile(node.elseClause);
  return (run) => (run.values[node.condition] ? whenTrue(run) : whenFalse(run));
}

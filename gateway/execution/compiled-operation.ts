import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlanner } from '@apollo/query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
} from 'graphql';
import { badField } from '../../shared/errors';
import { conditionNames } from '../../shared/execution/conditions';
import { fragmentsOf } from '../limits/fold';
import { compilePlan } from './plan/compile-plan';
import type { Run, Step } from './plan/run';
import { compileShape, type Shape } from './shape/shape';
import type { Data, Variables } from './values';

/** The supergraph as Apollo's gateway loaded it. */
export interface LoadedGraph {
  planner: QueryPlanner;
  /** What clients see. */
  api: GraphQLSchema;
  /** Everything, with what is inaccessible to clients. */
  supergraph: GraphQLSchema;
}

export interface Execution {
  /** As the client sent them. */
  variables: Variables;
  /** Coerced, with defaults. */
  values: Variables;
  call: Run['call'];
}

/** Answers of one operation differ in shape by what `@skip` and `@include` say: two shapes a variable. */
const MOST_SHAPES = 64;

/** One operation of a validated document, planned and compiled once, run many times. */
export class CompiledOperation {
  private readonly definition: OperationDefinitionNode;
  private readonly step: Step;
  private readonly conditions: readonly string[];
  private readonly shapes = new Map<string, Shape>();

  constructor(
    private readonly graph: LoadedGraph,
    private readonly document: DocumentNode,
    operationName: string | undefined,
  ) {
    this.definition = getOperationAST(document, operationName)!;
    const operation = operationFromDocument(graph.planner.supergraph.apiSchema(), document, {
      operationName,
    });
    this.step = compilePlan(graph.supergraph, graph.planner.buildQueryPlan(operation));
    this.conditions = conditionNames(document);
  }

  async execute({ variables, values, call }: Execution): Promise<ExecutionResult> {
    const undecided = this.conditions.find((name) => values[name] === null);
    // With a default the variable's type lets null in, the directive's argument does not.
    if (undecided) return { errors: [badField(undecided, 'TYPE', '@skip and @include need true or false.')] };
    const gathered: Data = {};
    const errors: GraphQLError[] = [];
    await this.step({ variables, values, data: gathered, errors, call });
    try {
      const data = this.shapeFor(values)(gathered, variables);
      return errors.length ? { errors, data } : { data };
    } catch (error) {
      return { errors: [new GraphQLError((error as Error).message, { originalError: error as Error })] };
    }
  }

  private shapeFor(values: Variables): Shape {
    const key = this.conditions.map((name) => (values[name] === true ? '1' : '0')).join('');
    let shape = this.shapes.get(key);
    if (!shape) {
      const context = { schema: this.graph.api, fragments: fragmentsOf(this.document), values };
      shape = compileShape(context, this.definition);
      if (this.shapes.size >= MOST_SHAPES) this.shapes.clear();
      this.shapes.set(key, shape);
    }
    return shape;
  }
}

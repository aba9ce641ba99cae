import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { ApiError, badField } from '../shared/errors';
import type { CompiledOperation, Execution, Variables } from './execution';
import { limitCheck, type OperationLimits } from './limits';
import { variableCoercion } from './variables';

export interface OperationOptions {
  /** What clients see. */
  schema: GraphQLSchema;
  /** Null for no limits. */
  limits: OperationLimits | null;
  /** Whether the schema is told: by introspection, and by names that come near a mistake. */
  introspection: boolean;
  compile(document: DocumentNode, operationName: string | undefined): CompiledOperation;
}

/** A validated document, with what is known of those of its operations that were asked for. */
export class KnownDocument {
  private readonly definitions: readonly OperationDefinitionNode[];
  private readonly operations = new Map<OperationDefinitionNode, KnownOperation>();

  constructor(
    private readonly document: DocumentNode,
    private readonly options: OperationOptions,
  ) {
    this.definitions = document.definitions.filter(
      (definition) => definition.kind === Kind.OPERATION_DEFINITION,
    );
  }

  /** Without a name, or with an empty one, the only operation. */
  operation(name: string | undefined): KnownOperation {
    const definition = this.definition(name);
    let operation = this.operations.get(definition);
    if (!operation) {
      operation = new KnownOperation(this.document, definition, this.options);
      this.operations.set(definition, operation);
    }
    return operation;
  }

  private definition(name: string | undefined): OperationDefinitionNode {
    const [only, ...others] = this.definitions;
    if (!name) {
      if (only && others.length === 0) return only;
      throw new ApiError(
        'OPERATION_RESOLUTION_FAILURE',
        'The document has several operations; send `operationName`.',
      );
    }
    const named = this.definitions.find((definition) => definition.name?.value === name);
    if (named) return named;
    throw badField('operationName', 'UNKNOWN', 'The document has no such operation.');
  }
}

/** One operation: what it needs is made when it is first asked for, and kept as long as its document is. */
export class KnownOperation {
  readonly name: string | undefined;
  private readonly coerce: (given: Variables) => Variables;
  private readonly checkSize: ((values: Variables) => number) | null;
  private compiled: CompiledOperation | null = null;

  constructor(
    readonly document: DocumentNode,
    private readonly definition: OperationDefinitionNode,
    private readonly options: OperationOptions,
  ) {
    const { limits, schema, introspection } = options;
    this.name = definition.name?.value;
    this.coerce = variableCoercion({ schema, definition, introspection });
    this.checkSize = limits && limitCheck(limits, { schema, document, operationName: this.name });
  }

  get type(): OperationDefinitionNode['operation'] {
    return this.definition.operation;
  }

  /**
   * The variables' values, and what the operation costs with them. Throws when they are not of their types, and when
   * it is too large with them.
   */
  accept(given: Variables): { values: Variables; cost: number } {
    const values = this.coerce(given);
    return { values, cost: this.checkSize?.(values) ?? 0 };
  }

  /** Planned here, and not before: what is too large must not be planned. */
  execute(execution: Execution): Promise<ExecutionResult> {
    this.compiled ??= this.options.compile(this.document, this.name);
    return this.compiled.execute(execution);
  }
}

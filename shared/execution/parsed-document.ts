import {
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { conditionNames } from './conditions';
import { Operation } from './operation';

/** A document's operations by name; each is planned when it is first asked for. */
export class ParsedDocument {
  private readonly definitions: OperationDefinitionNode[] = [];
  private readonly fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  private readonly conditions: readonly string[];
  private readonly operations = new Map<OperationDefinitionNode, Operation>();

  constructor(
    private readonly schema: GraphQLSchema,
    text: string,
  ) {
    const document = parse(text, { noLocation: true });
    for (const definition of document.definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) this.definitions.push(definition);
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.fragments[definition.name.value] = definition;
    }
    this.conditions = conditionNames(document);
  }

  operation(name: string | null): Operation | GraphQLError {
    const found = this.find(name);
    if (found instanceof GraphQLError) return found;
    let operation = this.operations.get(found);
    if (!operation) {
      operation = new Operation(
        this.schema,
        { operation: found, fragments: this.fragments },
        this.conditions,
      );
      this.operations.set(found, operation);
    }
    return operation;
  }

  private find(name: string | null): OperationDefinitionNode | GraphQLError {
    if (name !== null) {
      const named = this.definitions.findLast((each) => each.name?.value === name);
      return named ?? new GraphQLError(`Unknown operation named "${name}".`);
    }
    if (this.definitions.length > 1)
      return new GraphQLError('Must provide operation name if query contains multiple operations.');
    return this.definitions[0] ?? new GraphQLError('Must provide an operation.');
  }
}

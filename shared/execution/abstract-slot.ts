import {
  defaultTypeResolver,
  type GraphQLAbstractType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLTypeResolver,
  isObjectType,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect';
import type { Compilation } from './compilation';
import { type FieldFacts, infoOf } from './info';
import { isPromise } from './is-promise';
import { ObjectCompletion } from './object-completion';
import type { Position } from './position';
import type { Run } from './run';
import { Slot } from './slot';

/** An interface or a union: each value says which of its types it is. */
export class AbstractSlot extends Slot {
  private readonly objects = new Map<string, ObjectCompletion>();
  private readonly resolveType: GraphQLTypeResolver<unknown, unknown>;

  constructor(
    field: FieldFacts,
    nullable: boolean,
    typename: string | undefined,
    private readonly type: GraphQLAbstractType,
    private readonly compilation: Compilation,
  ) {
    super(field, nullable, typename);
    this.resolveType = type.resolveType ?? defaultTypeResolver;
  }

  protected override complete(run: Run, value: unknown, at: Position): unknown {
    const { resolveType } = this;
    const name = resolveType(value, run.context, infoOf(this.field, run, at), this.type);
    if (!isPromise(name)) return this.objectOf(name, value).complete(run, value, at);
    return run.later(name, at, this.field.nodes, (resolved) =>
      this.objectOf(resolved, value).complete(run, value, at),
    );
  }

  private objectOf(name: unknown, value: unknown): ObjectCompletion {
    const known = this.objects.get(name as string);
    if (known) return known;
    const object = new ObjectCompletion(this.compilation, this.checked(name, value), this.field);
    this.objects.set(name as string, object);
    return object;
  }

  private checked(name: unknown, value: unknown): GraphQLObjectType {
    const { schema } = this.compilation;
    const { nodes, parentType, definition } = this.field;
    const abstract = this.type.name;
    const field = `field "${parentType.name}.${definition.name}"`;
    if (name === null || name === undefined)
      throw new GraphQLError(
        `Abstract type "${abstract}" must resolve to an Object type at runtime for ${field}. Either the ` +
          `"${abstract}" type should provide a "resolveType" function or each possible type should provide an "isTypeOf" function.`,
        { nodes },
      );
    if (isObjectType(name))
      throw new GraphQLError(
        'Support for returning GraphQLObjectType from resolveType was removed in graphql-js@16.0.0 please return type name instead.',
      );
    if (typeof name !== 'string')
      throw new GraphQLError(
        `Abstract type "${abstract}" must resolve to an Object type at runtime for ${field} with ` +
          `value ${inspect(value)}, received "${inspect(name)}".`,
      );
    const type = schema.getType(name);
    if (!type)
      throw new GraphQLError(
        `Abstract type "${abstract}" was resolved to a type "${name}" that does not exist inside the schema.`,
        { nodes },
      );
    if (!isObjectType(type))
      throw new GraphQLError(`Abstract type "${abstract}" was resolved to a non-object type "${name}".`, {
        nodes,
      });
    if (!schema.isSubType(this.type, type))
      throw new GraphQLError(`Runtime Object type "${type.name}" is not a possible type for "${abstract}".`, {
        nodes,
      });
    return type;
  }
}

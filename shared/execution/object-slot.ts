import type { GraphQLObjectType } from 'graphql';
import type { Compilation } from './compilation';
import type { FieldFacts } from './info';
import { ObjectCompletion } from './object-completion';
import type { Position } from './position';
import type { Run } from './run';
import { Slot } from './slot';

export class ObjectSlot extends Slot {
  private readonly object: ObjectCompletion;

  constructor(
    field: FieldFacts,
    nullable: boolean,
    typename: string | undefined,
    type: GraphQLObjectType,
    compilation: Compilation,
  ) {
    super(field, nullable, typename);
    this.object = new ObjectCompletion(compilation, type, field);
  }

  protected override complete(run: Run, value: unknown, at: Position): unknown {
    return this.object.complete(run, value, at);
  }
}

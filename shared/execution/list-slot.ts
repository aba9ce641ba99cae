import { GraphQLError } from 'graphql';
import type { FieldFacts } from './info';
import type { Holder, Position } from './position';
import type { Run } from './run';
import { Slot } from './slot';

export class ListSlot extends Slot {
  constructor(
    field: FieldFacts,
    nullable: boolean,
    typename: string | undefined,
    private readonly items: Slot,
  ) {
    super(field, nullable, typename);
  }

  protected override complete(run: Run, value: unknown, at: Position): unknown {
    if (!isIterable(value)) {
      const { parentType, definition } = this.field;
      throw new GraphQLError(
        `Expected Iterable, but did not find one for field "${parentType.name}.${definition.name}".`,
      );
    }
    const answer: unknown[] = [];
    const holder = answer as unknown as Holder;
    try {
      for (const item of value) answer.push(this.items.fill(run, item, holder, answer.length, at));
    } catch (thrown) {
      // An item failed that may not be null. Promises behind it would end the process if they rejected unheard.
      if (Array.isArray(value)) run.abandon(value.slice(answer.length + 1));
      throw thrown;
    }
    return answer;
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && typeof (value as Iterable<unknown>)[Symbol.iterator] === 'function';
}

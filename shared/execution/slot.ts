import type { FieldFacts } from './info';
import { isPromise } from './is-promise';
import { type Holder, Position } from './position';
import type { Run } from './run';

/**
 * Brings the values of one place of the document, a field's or those of a list's items, into the form of their
 * type. What it gives stands in the answer; undefined says that it will be put there when a promise has come.
 */
export abstract class Slot {
  constructor(
    protected readonly field: FieldFacts,
    protected readonly nullable: boolean,
    /** The type that the field is of; undefined for the items of a list. */
    private readonly typename: string | undefined,
  ) {}

  fill(
    run: Run,
    value: unknown,
    holder: Holder,
    key: string | number,
    parent: Position | undefined,
  ): unknown {
    if (this.nullable && (value === null || value === undefined)) return null;
    return this.settle(run, value, this.position(holder, key, parent));
  }

  settle(run: Run, value: unknown, at: Position): unknown {
    try {
      if (isPromise(value))
        return run.later(value, at, this.field.nodes, (arrived) => this.finish(run, arrived, at));
      return this.finish(run, value, at);
    } catch (thrown) {
      return run.failNow(thrown, at, this.field.nodes);
    }
  }

  position(holder: Holder, key: string | number, parent: Position | undefined): Position {
    return new Position(parent, key, this.typename, holder, this.nullable);
  }

  /** The value of a type, which is there and no error. */
  protected abstract complete(run: Run, value: unknown, at: Position): unknown;

  private finish(run: Run, value: unknown, at: Position): unknown {
    if (value instanceof Error) throw value;
    if (value !== null && value !== undefined) return this.complete(run, value, at);
    if (this.nullable) return null;
    const { parentType, definition } = this.field;
    throw new Error(`Cannot return null for non-nullable field ${parentType.name}.${definition.name}.`);
  }
}

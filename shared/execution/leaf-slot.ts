import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
} from 'graphql';
import { inspect } from 'graphql/jsutils/inspect';
import type { FieldFacts } from './info';
import { isPromise } from './is-promise';
import type { Holder, Position } from './position';
import type { Run } from './run';
import { Slot } from './slot';

type Fits = (value: unknown) => boolean;

const isString: Fits = (value) => typeof value === 'string';
const isInt32: Fits = (value) => typeof value === 'number' && (value | 0) === value;
const never: Fits = () => false;

/** Values that the built-in scalars serialise to themselves: nearly all there are, and the cheapest to check. */
const FITS_AS_IT_IS = new Map<GraphQLLeafType, Fits>([
  [GraphQLString, isString],
  [GraphQLID, isString],
  [GraphQLInt, isInt32],
  [GraphQLFloat, Number.isFinite],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
]);

export class LeafSlot extends Slot {
  private readonly fits: Fits;

  constructor(
    field: FieldFacts,
    nullable: boolean,
    typename: string | undefined,
    private readonly type: GraphQLLeafType,
  ) {
    super(field, nullable, typename);
    this.fits = FITS_AS_IT_IS.get(type) ?? never;
  }

  override fill(
    run: Run,
    value: unknown,
    holder: Holder,
    key: string | number,
    parent: Position | undefined,
  ): unknown {
    return this.fits(value) ? value : super.fill(run, value, holder, key, parent);
  }

  protected override complete(run: Run, value: unknown, at: Position): unknown {
    const serialised = this.type.serialize(value);
    // A scalar that serialises to a promise is waited for, and what comes is taken as it is.
    if (isPromise(serialised)) return run.later(serialised, at, this.field.nodes, (arrived) => arrived);
    if (serialised !== null && serialised !== undefined) return serialised;
    throw new Error(
      `Expected \`${inspect(this.type)}.serialize(${inspect(value)})\` to ` +
        `return non-nullable value, returned: ${inspect(serialised)}`,
    );
  }
}

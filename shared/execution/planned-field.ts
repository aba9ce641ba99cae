import { defaultFieldResolver, type GraphQLFieldResolver, TypeNameMetaFieldDef } from 'graphql';
import { compileArguments, type ReadArguments } from './arguments';
import type { Compilation } from './compilation';
import { compileSlot } from './compile-slot';
import { type FieldFacts, infoOf } from './info';
import type { Holder, Position } from './position';
import type { Run } from './run';
import type { Slot } from './slot';

/** One field of an object plan. `execute` gives what stands in the answer; undefined when that comes later. */
export interface PlannedField {
  readonly key: string;
  execute(run: Run, source: unknown, holder: Holder, parent: Position | undefined): unknown;
}

export function planField(compilation: Compilation, facts: FieldFacts): PlannedField {
  const { definition, key, parentType } = facts;
  if (definition === TypeNameMetaFieldDef) return { key, execute: () => parentType.name };
  const slot = compileSlot(compilation, facts);
  const { resolve } = definition;
  if (resolve && resolve !== defaultFieldResolver) return new ResolvedField(facts, slot, resolve);
  // Arguments that are not used must still be right, so a property with arguments goes the long way.
  if (definition.args.length) return new ResolvedField(facts, slot, defaultFieldResolver);
  return new PropertyField(facts, slot);
}

/** A field with a resolver of its own. */
class ResolvedField implements PlannedField {
  readonly key: string;
  private readonly readArguments: ReadArguments;

  constructor(
    private readonly facts: FieldFacts,
    private readonly slot: Slot,
    private readonly resolve: GraphQLFieldResolver<unknown, unknown>,
  ) {
    this.key = facts.key;
    this.readArguments = compileArguments(facts.definition, facts.nodes[0]);
  }

  execute(run: Run, source: unknown, holder: Holder, parent: Position | undefined): unknown {
    const { resolve } = this;
    const at = this.slot.position(holder, this.key, parent);
    let value: unknown;
    try {
      const given = this.readArguments(run.variables);
      value = resolve(source, given, run.context, infoOf(this.facts, run, at));
    } catch (thrown) {
      return run.failNow(thrown, at, this.facts.nodes);
    }
    return this.slot.settle(run, value, at);
  }
}

/** A field that is a property of its object: nearly all there are, so nothing is made for it that is not needed. */
class PropertyField implements PlannedField {
  readonly key: string;
  private readonly property: string;
  /** Made for the first property that is a function: those are called like resolvers. */
  private resolved: ResolvedField | undefined;

  constructor(
    private readonly facts: FieldFacts,
    private readonly slot: Slot,
  ) {
    this.key = facts.key;
    this.property = facts.definition.name;
  }

  execute(run: Run, source: unknown, holder: Holder, parent: Position | undefined): unknown {
    let value: unknown;
    try {
      value = isReadable(source) ? source[this.property] : undefined;
    } catch (thrown) {
      return run.failNow(thrown, this.slot.position(holder, this.key, parent), this.facts.nodes);
    }
    if (typeof value !== 'function') return this.slot.fill(run, value, holder, this.key, parent);
    this.resolved ??= new ResolvedField(this.facts, this.slot, defaultFieldResolver);
    return this.resolved.execute(run, source, holder, parent);
  }
}

function isReadable(source: unknown): source is Record<string, unknown> {
  return (typeof source === 'object' && source !== null) || typeof source === 'function';
}

import { registerEnumType } from 'type-graphql';
import { invalidTransition } from './errors';

/** One state: what it means, for those who read the schema, and the states that may follow it. */
export interface State {
  means: string;
  next: readonly string[];
}

export interface Lifecycle<S extends string> {
  initial: S;
  states: readonly S[];
  /** The schema's enum; type-graphql knows it by this object. */
  enumeration: Readonly<Record<S, S>>;
  next(from: S): readonly S[];
  /** INVALID_TRANSITION when `to` may not follow. */
  demand(from: S, to: S): void;
}

/**
 * A lifecycle is a table. It is checked when the program loads: a state that nobody declared, or that nothing
 * leads to, stops it there.
 */
export function defineLifecycle<const T extends Record<string, State>>(definition: {
  name: string;
  description: string;
  initial: keyof T & string;
  states: T;
}): Lifecycle<keyof T & string> {
  type S = keyof T & string;
  const { name, description, initial, states } = definition;
  const names = Object.keys(states) as S[];
  const next = (from: S) => states[from]!.next as readonly S[];
  checkTable(name, initial, states);
  const enumeration = Object.freeze(Object.fromEntries(names.map((state) => [state, state]))) as Record<S, S>;
  registerEnumType(enumeration, {
    name,
    description,
    valuesConfig: Object.fromEntries(
      names.map((state) => [state, { description: states[state]!.means }]),
    ) as Record<S, { description: string }>,
  });
  return {
    initial,
    states: names,
    enumeration,
    next,
    demand(from, to) {
      if (!next(from).includes(to)) throw invalidTransition(from, to, next(from));
    },
  };
}

function checkTable(name: string, initial: string, states: Record<string, State>): void {
  const reached = new Set([initial]);
  for (const state of reached) {
    const entry = states[state];
    if (!entry) throw new Error(`${name}: ${state} is not a state.`);
    for (const following of entry.next) reached.add(following);
  }
  const unreachable = Object.keys(states).filter((state) => !reached.has(state));
  if (unreachable.length) throw new Error(`${name}: nothing leads to ${unreachable.join(', ')}.`);
}

import { type Data, isObject } from '../values';

/** Puts what a subgraph answered about an object to what is known of it. */
export function merge(target: Data, source: Data): void {
  for (const key of Object.keys(source)) {
    const value = source[key];
    if (value === undefined) continue;
    const known = target[key];
    // What every object inherits is not known of this one.
    const isNew = known === undefined || known === null || !Object.hasOwn(target, key);
    target[key] = isNew ? value : merged(known, value);
  }
}

function merged(known: unknown, value: unknown): unknown {
  if (isObject(value) && isObject(known)) {
    merge(known, value);
    return known;
  }
  if (!Array.isArray(value) || !Array.isArray(known) || value.length !== known.length) return value;
  for (let index = 0; index < value.length; index += 1) known[index] = merged(known[index], value[index]);
  return known;
}

/** JSON objects as subgraphs send them and clients get them. */
export type Data = Record<string, unknown>;

/** The variables of a request, as sent or coerced. */
export type Variables = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value may be called like what every object inherits (`constructor`): only what is its own counts. */
export const own = (object: Data, name: string): unknown =>
  Object.hasOwn(object, name) ? object[name] : undefined;

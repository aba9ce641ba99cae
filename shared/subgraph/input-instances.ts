import { getMetadataStorage } from 'type-graphql';

type Values = Record<string, unknown>;
type Class = new () => Values;
type Described = { name: string; getType(): unknown }[];
type TypeMetadata = { target: unknown; fields?: Described };

/** A value that was read for an argument, with instances of our classes where it has objects. */
export type ToInstance = (value: unknown) => unknown;

const AS_IT_IS: ToInstance = (value) => value;

/** By class. What is not yet compiled is on its way: an input may hold others of its own kind. */
const known = new Map<unknown, ToInstance>();

/** For an argument by itself: of an input's class, a list of those, or as it is. */
export function inputOf(type: unknown): ToInstance {
  const { inputTypes } = getMetadataStorage();
  if (!inputTypes.some(({ target }) => target === type)) return AS_IT_IS;
  let toInstance = known.get(type);
  if (!toInstance) {
    let compiled: ToInstance | null = null;
    toInstance = (value) => {
      compiled ??= listsToo(compile(type as Class, inputTypes));
      return compiled(value);
    };
    known.set(type, toInstance);
  }
  return toInstance;
}

/** For a class whose fields are the arguments themselves. */
export function argumentsOf(type: unknown): ToInstance {
  return compile(type as Class, getMetadataStorage().argumentTypes);
}

function compile(type: Class, types: readonly TypeMetadata[]): ToInstance {
  const fields = [...fieldsOf(type, types)].map(([name, of]) => ({ name, toInstance: inputOf(of) }));
  return (value) => {
    const instance = new type();
    for (const { name, toInstance } of fields) {
      const given = (value as Values)[name];
      if (given !== undefined) instance[name] = toInstance(given);
    }
    return instance;
  };
}

/** Its own fields and those of the classes that it extends. */
function fieldsOf(type: Class, types: readonly TypeMetadata[]): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (let at: unknown = type; typeof at === 'function'; at = Object.getPrototypeOf(at))
    for (const { name, getType } of types.find(({ target }) => target === at)?.fields ?? [])
      if (!fields.has(name)) fields.set(name, getType());
  return fields;
}

function listsToo(toInstance: ToInstance): ToInstance {
  return function each(value): unknown {
    if (value === null || value === undefined) return value;
    return Array.isArray(value) ? value.map(each) : toInstance(value);
  };
}

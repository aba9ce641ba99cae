import 'reflect-metadata';

const SECRETS = Symbol('secrets');

type Row = Readonly<Record<string, unknown>>;
/** Whether a column is a secret in this row. */
type Secrecy = (row: Row) => boolean;

const ALWAYS: Secrecy = () => true;

/**
 * Marks a column whose values stay in the house: hashes, keys, codes that open something. They are in no copy of an
 * organisation’s records. `when`: in these rows alone.
 */
export const Secret =
  (when: Secrecy = ALWAYS): PropertyDecorator =>
  (target, property) => {
    const known: Map<string, Secrecy> = Reflect.getMetadata(SECRETS, target) ?? new Map();
    Reflect.defineMetadata(SECRETS, new Map([...known, [String(property), when]]), target);
  };

/** The secrets of an entity by property. */
export const secretsOf = (entity: new () => object): ReadonlyMap<string, Secrecy> =>
  Reflect.getMetadata(SECRETS, entity.prototype) ?? new Map();

/** Columns that are secret in every row, and so not even read. */
export const alwaysSecret = (entity: new () => object): string[] =>
  [...secretsOf(entity)].flatMap(([property, when]) => (when === ALWAYS ? [property] : []));

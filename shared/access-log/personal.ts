import 'reflect-metadata';
import type { SelectedColumns } from '../subgraph/selected-columns';

const PERSONAL = Symbol('personal');
const NONE: ReadonlySet<string> = new Set();

/** Marks a column that tells something of a customer: whoever is shown it is written down. */
export const Personal = (): PropertyDecorator => (target, property) => {
  const known: Set<unknown> = Reflect.getMetadata(PERSONAL, target) ?? new Set();
  Reflect.defineMetadata(PERSONAL, new Set([...known, property]), target);
};

/** The columns that are marked so. */
export function personalColumns(entity: new () => object): ReadonlySet<string> {
  return Reflect.getMetadata(PERSONAL, entity.prototype) ?? NONE;
}

type Fields = readonly string[];

/** By what is selected, which is kept with its compiled operation. */
const known = new WeakMap<SelectedColumns, Map<unknown, Fields>>();

/** Which of an entity's personal columns an answer is made from. */
export function personalShown(selected: SelectedColumns, entity: new () => object): Fields {
  let byEntity = known.get(selected);
  if (!byEntity) {
    byEntity = new Map();
    known.set(selected, byEntity);
  }
  let fields = byEntity.get(entity);
  if (!fields) {
    const personal = [...personalColumns(entity)].sort();
    fields = selected.answers(entity.name) ? personal.filter((name) => isShown(selected, entity, name)) : [];
    byEntity.set(entity, fields);
  }
  return fields;
}

function isShown(selected: SelectedColumns, entity: new () => object, property: string): boolean {
  const columns = selected.of(entity.name);
  return columns === null || columns.has(property);
}

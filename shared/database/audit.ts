import 'reflect-metadata';

const KEPT_OUT = Symbol('kept out of the audit');

/** Marks a column whose values never enter the audit log: hashes, secrets. That it changed is recorded. */
export const Unaudited = (): PropertyDecorator => (target, property) => {
  const known: Set<unknown> = Reflect.getMetadata(KEPT_OUT, target) ?? new Set();
  Reflect.defineMetadata(KEPT_OUT, new Set([...known, property]), target);
};

export interface AuditEntry {
  id: string;
  actor_kind: string;
  actor_id: string | null;
  action: string;
  entity_type: string;
  entity_id: string;
  service_centre_id: string | null;
  old_values: Record<string, unknown> | null;
  new_values: Record<string, unknown> | null;
  address: string | null;
  user_agent: string | null;
  request_id: string;
}

/** Column values as the log keeps them. Encrypted columns stay encrypted: they come here as stored. */
export function auditValues(
  entity: new () => object,
  columns: { property: string; value: unknown }[],
): Record<string, unknown> {
  const keptOut: Set<string> = Reflect.getMetadata(KEPT_OUT, entity.prototype) ?? new Set();
  return Object.fromEntries(
    columns.map(({ property, value }) => [property, keptOut.has(property) ? '•••' : value]),
  );
}

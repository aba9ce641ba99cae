import { getMetadataStorage } from 'class-validator';

type Rules = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>;

/**
 * For each object that it checks, class-validator looks through the rules of all classes for those of its class and its
 * parents. These are complete before there is an object of it, and stay: they are gathered once.
 */
export function rememberRules(): void {
  const storage = getMetadataStorage();
  const gather = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, Rules>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    // We ask without any of these.
    if (schema || always || strictGroups || groups?.length)
      return gather(target, schema, always, strictGroups, groups);
    let rules = known.get(target);
    if (!rules) {
      rules = gather(target, schema, always, strictGroups, groups);
      known.set(target, rules);
    }
    return rules;
  };
}

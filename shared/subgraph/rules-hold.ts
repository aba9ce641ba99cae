import { getMetadataStorage, ValidationTypes } from 'class-validator';

type Values = Record<string, unknown>;
type Rule = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Check = (object: Values, value: unknown) => boolean;
type Checks = readonly (readonly [property: string, holds: Check])[];

const known = new Map<unknown, Checks>();

/**
 * Whether an object keeps the rules of its class: class-validator's own, gathered once for each class and asked without
 * its tree of errors. False also where there is more to it than a look (promises, sets): class-validator decides then.
 */
export function rulesHold(object: object): boolean {
  let checks = known.get(object.constructor);
  if (!checks) {
    checks = checksOf(object.constructor);
    known.set(object.constructor, checks);
  }
  const values = object as Values;
  for (const [property, holds] of checks) if (!holds(values, values[property])) return false;
  return true;
}

function checksOf(type: unknown): Checks {
  const storage = getMetadataStorage();
  const rules = storage.getTargetValidationMetadatas(type as () => void, '', false, false);
  return Object.entries(storage.groupByPropertyName(rules)).map(
    ([property, ofIt]) => [property, checkOf(ofIt)] as const,
  );
}

function checkOf(rules: readonly Rule[]): Check {
  const ofType = (type: string) => rules.filter((rule) => rule.type === type);
  if (ofType(ValidationTypes.PROMISE_VALIDATION).length) return () => false;
  const conditions = ofType(ValidationTypes.CONDITIONAL_VALIDATION).map((rule): Check => rule.constraints[0]);
  const always = ofType(ValidationTypes.IS_DEFINED).flatMap(ruleChecks);
  const given = ofType(ValidationTypes.CUSTOM_VALIDATION).flatMap(ruleChecks);
  if (ofType(ValidationTypes.NESTED_VALIDATION).length) given.push((_object, value) => nestedHolds(value));
  return (object, value) => {
    for (const applies of conditions) if (!applies(object, value)) return true;
    for (const holds of always) if (!holds(object, value)) return false;
    if (value === null || value === undefined) return true;
    for (const holds of given) if (!holds(object, value)) return false;
    return true;
  };
}

function ruleChecks(rule: Rule): Check[] {
  const { propertyName: property, constraints, each, validateIf } = rule;
  const validators = getMetadataStorage().getTargetValidatorConstraints(rule.constraintCls);
  return validators.map(({ instance }) => (object, value) => {
    if (validateIf && !validateIf(object, value)) return true;
    if (each && (value instanceof Set || value instanceof Map)) return false;
    const args = { targetName: object.constructor.name, property, object, value, constraints };
    // A promise, for one, is not true yet.
    const holds = (one: unknown) => instance.validate(one, args) === true;
    return each && Array.isArray(value) ? value.every(holds) : holds(value);
  });
}

function nestedHolds(value: unknown): boolean {
  if (Array.isArray(value))
    return value.every((item) => item === null || item === undefined || nestedHolds(item));
  if (value instanceof Set || value instanceof Map) return false;
  return value instanceof Object && rulesHold(value);
}

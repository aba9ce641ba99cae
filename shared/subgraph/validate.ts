import { type ValidationError, validate } from 'class-validator';
import { badInput, type FieldProblem } from '../errors';
import { rulesHold } from './rules-hold';

const OPTIONS = { forbidUnknownValues: false, skipMissingProperties: true } as const;

/**
 * An argument, if it keeps the rules of its class; else a promise that is rejected with what is wrong, by the whole path
 * that a form needs: `input.contacts.0.phone`. `prefix`: `input.`, or nothing where the fields of its class are the
 * arguments themselves.
 */
export function checked(value: unknown, prefix: string): unknown {
  if (!isObject(value)) return value;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (items.every((item) => !isObject(item) || rulesHold(item))) return value;
  return lookedAt(value, items, prefix);
}

async function lookedAt(value: object, items: readonly unknown[], prefix: string): Promise<object> {
  const found = await Promise.all(
    items.map(async (item, index) => {
      if (!isObject(item)) return [];
      return problems(await validate(item, OPTIONS), Array.isArray(value) ? `${prefix}${index}.` : prefix);
    }),
  );
  if (found.some((list) => list.length)) throw badInput(found.flat());
  return value;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** class-validator's tree as a flat list. */
function problems(errors: readonly ValidationError[], prefix: string): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = prefix + error.property;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      path,
      code: ruleCode(rule),
      message,
    }));
    return [...own, ...problems(error.children ?? [], `${path}.`)];
  });
}

/** `isEmail` → `IS_EMAIL`: a code that a form can switch on. */
const ruleCode = (rule: string): string => rule.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();

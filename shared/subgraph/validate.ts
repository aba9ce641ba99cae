import { type ValidationError, validate } from 'class-validator';
import { badInput, type FieldProblem } from '../errors';

const OPTIONS = { forbidUnknownValues: false, skipMissingProperties: true } as const;

/**
 * Checks an argument by the rules of its class. type-graphql's own check loses the argument's name, and a form
 * needs the whole path: `input.contacts.0.phone`.
 */
export async function validateArgument(
  value: unknown,
  _type: unknown,
  { args }: { args: Record<string, unknown> },
): Promise<void> {
  if (!isObject(value)) return;
  const prefix = prefixOf(value, args);
  const items = Array.isArray(value) ? value : [value];
  const found = await Promise.all(
    items.map(async (item, index) => {
      if (!isObject(item)) return [];
      return problems(await validate(item, OPTIONS), Array.isArray(value) ? `${prefix}${index}.` : prefix);
    }),
  );
  if (found.some((list) => list.length)) throw badInput(found.flat());
}

/** `input.` for an input object; nothing for a class of arguments, whose fields are the arguments themselves. */
function prefixOf(value: object, args: Record<string, unknown>): string {
  const name = Object.keys(args).find((key) => sameShape(args[key], value));
  return name === undefined ? '' : `${name}.`;
}

/** The argument as it was sent, and the instance that was made of it, have the same properties. */
function sameShape(sent: unknown, made: object): boolean {
  if (!isObject(sent) || Array.isArray(sent) !== Array.isArray(made)) return false;
  const keys = Object.keys(sent);
  return (
    keys.every((key) => key in made) && Object.keys(made).length <= Math.max(keys.length, 1) + unset(made)
  );
}

const unset = (made: object): number => Object.values(made).filter((value) => value === undefined).length;

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

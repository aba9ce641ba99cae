import { type ValidationError, validate } from 'class-validator';
import { badInput, type FieldProblem } from '../errors';
import { rulesHold } from './rules-hold';

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
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (items.every((item) => !isObject(item) || rulesHold(item))) return;
  const prefix = prefixOf(value, args);
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
  const given = Object.keys(value).filter((key) => (value as Record<string, unknown>)[key] !== undefined);
  if (!Array.isArray(value) && given.every((key) => key in args)) return '';
  const name = Object.keys(args).find((key) => {
    const sent = args[key];
    return (
      isObject(sent) && Array.isArray(sent) === Array.isArray(value) && given.every((own) => own in sent)
    );
  });
  return name === undefined ? '' : `${name}.`;
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

import { getMetadataStorage, IsInt, MinLength, ValidateNested, validateSync } from 'class-validator';
import '../../program/apps';
import { rulesHold } from '../../shared/subgraph/rules-hold';

type Class = new () => Record<string, unknown>;

const OF_EACH_CLASS = 150;
const ID = '0197a5c2-5b1e-7d3a-9c4f-0123456789ab';
const VALUES = [
  ...[
    '',
    ' ',
    'x',
    'Anna',
    'x'.repeat(6_000),
    ID,
    'anna@example.com',
    '+39 06 698 1',
    'Europe/Rome',
    'it-IT',
  ],
  ...['EUR', '2026-11-30', '12:30', 'https://example.com/a', 'AB123CD', 'ff'.repeat(32), '10.0.0.0/8'],
  ...[0, 1, 5, -1, 1.5, 1e12, Number.NaN, true, false, null, new Date(0), {}, [], [null], [ID], ['x', 'x']],
  ...[[1, 'x'], [[]], new Set(['x']), new Map([['a', 1]]), Promise.resolve('x')],
];

/** The classes of all arguments, of all subgraphs. */
const classes = [
  ...new Set(
    (
      getMetadataStorage() as unknown as { validationMetadatas: Map<Class, unknown> }
    ).validationMetadatas.keys(),
  ),
];

/** The same numbers in each run. */
let state = 7;
const upTo = (many: number): number => {
  state = (state * 48_271) % 2_147_483_647;
  return state % many;
};
const oneOf = <T>(items: readonly T[]): T => items[upTo(items.length)]!;

function objectOf(type: Class, depth: number): Record<string, unknown> {
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
  const object = Object.create(type.prototype) as Record<string, unknown>;
  for (const property of new Set(rules.map(({ propertyName }) => propertyName)))
    if (upTo(3) === 0) object[property] = someValue(depth);
  return object;
}

function someValue(depth: number): unknown {
  if (depth === 0 || upTo(3)) return oneOf(VALUES);
  const items = Array.from({ length: upTo(3) }, () => objectOf(oneOf(classes), depth - 1));
  return upTo(2) ? objectOf(oneOf(classes), depth - 1) : items;
}

const holdsBySync = (object: object): boolean =>
  validateSync(object, { forbidUnknownValues: false, skipMissingProperties: true }).length === 0;

/** What class-validator's own walk is asked about all the same. */
const needsMore = (value: unknown): boolean =>
  value instanceof Set ||
  value instanceof Map ||
  value instanceof Promise ||
  (typeof value === 'object' && value !== null && Object.values(value).some(needsMore));

test('the rules of each class of arguments hold for what class-validator finds no fault with, and for nothing else', () => {
  expect(classes.length).toBeGreaterThan(200);
  const found = { holds: 0, not: 0 };
  for (const type of classes)
    for (let n = 0; n < OF_EACH_CLASS; n += 1) {
      const object = objectOf(type, 2);
      const holds = holdsBySync(object);
      if (rulesHold(object) !== holds && !(holds && needsMore(object)))
        throw new Error(`${type.name} ${JSON.stringify(object)}: class-validator says ${holds}`);
      found[holds ? 'holds' : 'not'] += 1;
    }
  expect(found.holds).toBeGreaterThan(5_000);
  expect(found.not).toBeGreaterThan(5_000);
});

class Inner {
  @MinLength(2)
  name?: unknown;
}

class Outer {
  @ValidateNested()
  inner?: unknown;

  @IsInt({ each: true })
  numbers?: unknown;
}

const outer = (given: Partial<Outer>) => Object.assign(new Outer(), given);
const inner = (name: string) => Object.assign(new Inner(), { name });

test.each([
  [{}, true],
  [{ inner: inner('ab'), numbers: [1, 2] }, true],
  [{ inner: [inner('ab'), null] }, true],
  [{ inner: inner('a') }, false],
  [{ inner: [inner('ab'), inner('a')] }, false],
  [{ inner: 'text' }, false],
  [{ inner: ['text'] }, false],
  [{ numbers: [1, 'x'] }, false],
  [{ numbers: 1 }, true],
])('%j holds: %s', (given, holds) => {
  expect(rulesHold(outer(given))).toBe(holds);
  expect(holdsBySync(outer(given))).toBe(holds);
});

test('what takes more than a look is left to class-validator', () => {
  expect(rulesHold(outer({ inner: new Set([inner('ab')]) }))).toBe(false);
  expect(rulesHold(outer({ numbers: new Set([1]) }))).toBe(false);
});

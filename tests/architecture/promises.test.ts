import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { brokenPromises, type Promises } from '../../tools/check/promises';

const RELEASED = `
  type Query { car(id: ID!, year: Int = 1): Car state: State }
  type Car { plate: String! owner: String colour: Colour @deprecated(reason: "Use paint, until 2027-03-31.") }
  type Colour { name: String }
  enum State { NEW OLD }`;

const broken = (change: Partial<Promises>) =>
  brokenPromises({ released: RELEASED, api: RELEASED, documents: [], today: '2027-03-01', ...change });

describe('what the last release promised', () => {
  it('is kept by a schema that adds', () => {
    const api = RELEASED.replace('NEW OLD', 'NEW OLD ODD').replace(
      'owner: String',
      'owner(short: Boolean): String!',
    );
    expect(broken({ api })).toEqual([]);
  });

  it.each([
    ['a field that goes', 'owner: String', '', 'Car.owner was removed.'],
    [
      'a field that may be null',
      'plate: String!',
      'plate: String',
      'Car.plate changed type from String! to String.',
    ],
    ['a value that goes', 'NEW OLD', 'NEW', 'OLD was removed from enum type State.'],
    [
      'an argument that is needed',
      'state: State',
      'state(at: Int!): State',
      'A required arg at on Query.state was added.',
    ],
    [
      'another default',
      'year: Int = 1',
      'year: Int = 2',
      'Query.car arg year has changed defaultValue from 1 to 2.',
    ],
  ])('is broken by %s', (_, from, to, said) => {
    expect(broken({ api: RELEASED.replace(from, to) })).toEqual([
      `The last release promised otherwise: ${said}`,
    ]);
  });

  it('ends for what was deprecated on the day that the reason names', () => {
    const api = RELEASED.replace(/colour: Colour.*/, '}').replace('type Colour { name: String }', '');
    expect(broken({ api, today: '2027-03-31' })).toEqual([
      'The last release promised otherwise: Colour was removed.',
      'The last release promised otherwise: Car.colour was removed.',
    ]);
    expect(broken({ api, today: '2027-04-01' })).toEqual([]);
  });
});

it('wants a day of each deprecation', () => {
  const api = RELEASED.replace('owner: String', 'owner: String @deprecated(reason: "Ask the customer.")');
  expect(broken({ api })).toEqual([
    'A deprecation says until when, as in “until 2027-03-31”: owner (Ask the customer.)',
  ]);
});

it('names the documents that would not run, and those that use what is going', () => {
  const documents = [
    { path: 'docs/fine.graphql', text: '{ car(id: 1) { plate } }' },
    { path: 'docs/broken.graphql', text: '{ car(id: 1) { wheels } }' },
    { path: 'docs/old.graphql', text: '{ car(id: 1) { colour { name } } }' },
  ];
  expect(broken({ documents })).toEqual([
    'docs/broken.graphql would not run: Cannot query field "wheels" on type "Car".',
    'docs/old.graphql would not run: The field Car.colour is deprecated. Use paint, until 2027-03-31.',
  ]);
});

it('a release writes down what is promised from now on, and its number', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liftbay-release-'));
  for (const file of ['package.json', 'package-lock.json', 'schema/api.graphql']) {
    mkdirSync(join(folder, 'schema'), { recursive: true });
    cpSync(file, join(folder, file));
  }
  writeFileSync(
    join(folder, 'CHANGELOG.md'),
    '# Changelog\n\n## Unreleased\n\n- Better.\n\n## 0.1.0\n\n- First.\n',
  );
  const release = (version: string) =>
    execFileSync(process.execPath, [join(process.cwd(), 'dist/tools/release.js'), version], {
      cwd: folder,
      stdio: 'pipe',
    });
  release('7.0.0');
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  expect(read('CHANGELOG.md')).toBe('# Changelog\n\n## 7.0.0\n\n- Better.\n\n## 0.1.0\n\n- First.\n');
  expect(JSON.parse(read('package.json')).version).toBe('7.0.0');
  expect(
    read('package-lock.json')
      .split('\n')
      .slice(0, 10)
      .join('\n')
      .match(/"version": "7.0.0"/g),
  ).toHaveLength(2);
  const promised = buildSchema(read('schema/released.graphql'));
  expect(Object.keys(promised.getTypeMap()).sort()).toEqual(
    Object.keys(buildSchema(read('schema/api.graphql')).getTypeMap()).sort(),
  );
  expect(() => release('7.0.0')).toThrow('CHANGELOG.md has 7.0.0 already.');
  expect(() => release('seven')).toThrow('npm run release -- 0.3.0');
});

import { cycles, readModule, readModules, type SourceModule } from './modules';

/** Area of a file → areas it may import. An area is a top folder; each subgraph is one of its own. */
const MAY_IMPORT: readonly [area: RegExp, allowed: RegExp][] = [
  [/^(main\.ts|program)$/, /^(program|gateway|subgraphs\/\w+|shared|migrations)$/],
  [/^gateway$/, /^(gateway|shared)$/],
  [/^shared$/, /^shared$/],
  [/^migrations$/, /^(migrations|shared)$/],
  [/^tools$/, /^(tools|program|shared|migrations)$/],
  [/^bench$/, /^(bench|tools|program|shared|subgraphs\/\w+)$/],
  // A client like any other: it has the published API and nothing of ours.
  [/^dashboard$/, /^dashboard$/],
  [/^tests$/, /./],
];

const areaOf = (path: string): string => /^subgraphs\/\w+/.exec(path)?.[0] ?? path.split('/')[0]!;

function mayImport(from: string, to: string): boolean {
  const [area, target] = [areaOf(from), areaOf(to)];
  if (area.startsWith('subgraphs/')) return target === area || target === 'shared';
  const rule = MAY_IMPORT.find(([of]) => of.test(area));
  return rule?.[1].test(target) ?? false;
}

function trespasses(modules: Iterable<SourceModule>): string[] {
  return [...modules].flatMap(({ path, imports }) =>
    imports.filter((target) => !mayImport(path, target)).map((target) => `${path} → ${target}`),
  );
}

const ENVIRONMENT_READERS = /^(main\.ts|tools\/.*|tests\/.*|bench\/.*)$/;

describe('who imports whom', () => {
  const modules = readModules();

  it('reads the whole project', () => {
    expect(modules.get('main.ts')?.imports).toContain('shared/environment.ts');
    expect(modules.get('program/apps.ts')?.imports).toContain('subgraphs/vehicle/app.ts');
  });

  it('keeps to the areas: subgraphs and gateway apart, shared below them, tests and tools out of the program', () => {
    expect(trespasses(modules.values())).toEqual([]);
  });

  it('finds every import in a file that exists', () => {
    const dangling = [...modules.values()].flatMap(({ path, imports }) =>
      imports
        .filter((target) => target.endsWith('.ts') && !modules.has(target))
        .map((target) => `${path} → ${target}`),
    );
    expect(dangling).toEqual([]);
  });

  it('has no circle among what is loaded at run time', () => {
    expect(cycles(modules)).toEqual([]);
  });

  it('reads the environment in main.ts, tools and tests alone', () => {
    const readers = [...modules.values()].filter((module) => module.readsEnvironment).map(({ path }) => path);
    expect(readers).toContain('main.ts');
    expect(readers.filter((path) => !ENVIRONMENT_READERS.test(path))).toEqual([]);
  });
});

describe('the rules themselves', () => {
  const from = (path: string, source: string) => readModule(path, source);

  it.each([
    ['subgraphs/vehicle/x.ts', "import { a } from '../customer/app';"],
    ['subgraphs/vehicle/x.ts', "export * from '../../gateway/start';"],
    ['gateway/x.ts', "import type { A } from '../subgraphs/vehicle/app';"],
    ['gateway/x.ts', "const { a } = require('../program/apps');"],
    ['shared/x.ts', "const a = await import('../gateway/start');"],
    ['shared/access/x.ts', "import '../../program/apps';"],
    ['program/x.ts', "import { composeGraph } from '../tools/compose';"],
    ['dashboard/x.ts', "import { cursorAt } from '../shared/live/cursor';"],
    ['tools/x.ts', "import { runState } from '../tests/harness/run-state';"],
  ])('%s may not: %s', (path, source) => {
    expect(trespasses([from(path, source)])).toHaveLength(1);
  });

  it.each([
    'const a = process.env.HOME;',
    "import { env } from 'node:process';",
    "const { a } = process['env'];",
    'const { env } = process;',
  ])('sees that the environment is read: %s', (source) => {
    expect(from('shared/x.ts', source).readsEnvironment).toBe(true);
  });

  it('sees a circle, and none in what is imported as a type', () => {
    const loads = (path: string, ...targets: string[]) => [path, { loads: targets }] as const;
    expect(cycles(new Map([loads('a', 'b'), loads('b', 'c'), loads('c', 'a'), loads('d', 'a')]))).toEqual([
      'a → b → c → a',
    ]);
    const typed = from('shared/x.ts', "import { Log } from './log'; export let log: Log;");
    expect(typed.imports).toEqual(['shared/log.ts']);
    expect(typed.loads).toEqual([]);
  });
});

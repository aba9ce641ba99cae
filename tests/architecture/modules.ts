import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Options, parseSync, transformSync } from '@swc/core';

const ROOT = join(__dirname, '../..');
const FOLDERS = [
  'program',
  'gateway',
  'subgraphs',
  'shared',
  'migrations',
  'tools',
  'tests',
  'client',
  'dashboard',
  'bench',
];

export interface SourceModule {
  path: string;
  /** Modules of ours that it names in any way, types included. */
  imports: string[];
  /** Of these, the ones that it loads when it runs: what is imported as a type alone is gone by then. */
  loads: string[];
  readsEnvironment: boolean;
}

/** Every TypeScript file of ours, by its path in the project. */
export function readModules(): Map<string, SourceModule> {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.startsWith('node_modules'))
      .map((name) => join(folder, name)),
  );
  return new Map(
    ['main.ts', ...paths].map((path) => [path, readModule(path, readFileSync(join(ROOT, path), 'utf8'))]),
  );
}

const PARSER = { syntax: 'typescript', decorators: true } as const;
const TRANSFORM: Options = {
  swcrc: false,
  module: { type: 'es6' },
  jsc: {
    target: 'es2023',
    parser: PARSER,
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
  },
};

export function readModule(path: string, source: string): SourceModule {
  const facts = factsOf(parseSync(source, { ...PARSER, target: 'es2023' }));
  const compiled = transformSync(source, TRANSFORM).code;
  const running = factsOf(parseSync(compiled, { syntax: 'ecmascript', target: 'es2023' }));
  const ours = (specifiers: readonly string[]) =>
    [...new Set(specifiers.flatMap((specifier) => resolve(path, specifier) ?? []))].sort();
  return {
    path,
    imports: ours(facts.specifiers),
    loads: ours(running.specifiers),
    readsEnvironment: facts.readsEnvironment,
  };
}

function resolve(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const target = relative(ROOT, join(ROOT, dirname(from), specifier));
  return [target, `${target}.ts`, join(target, 'index.ts')].find((path) => isFile(path)) ?? target;
}

const isFile = (path: string): boolean => /\.\w+$/.test(path) && existsSync(join(ROOT, path));

interface Node {
  type?: string;
  value?: unknown;
  source?: Node | null;
  callee?: Node;
  object?: Node;
  property?: Node;
  /** Of a property in brackets. */
  expression?: Node;
  init?: Node | null;
  arguments?: { expression: Node }[];
}

function factsOf(program: object): { specifiers: string[]; readsEnvironment: boolean } {
  const facts = { specifiers: [] as string[], readsEnvironment: false };
  visit(program, (node) => {
    const { type, source, callee } = node;
    const named = type === 'ImportDeclaration' || type?.startsWith('Export') ? source?.value : undefined;
    const called =
      type === 'CallExpression' && (callee?.type === 'Import' || callee?.value === 'require')
        ? node.arguments?.[0]?.expression.value
        : undefined;
    for (const specifier of [named, called])
      if (typeof specifier === 'string') facts.specifiers.push(specifier);
    const member = node.property?.expression ?? node.property;
    const readsEnv = node.object?.value === 'process' && member?.value === 'env';
    const takesApart = type === 'VariableDeclarator' && node.init?.value === 'process';
    if (readsEnv || takesApart || /^(node:)?process$/.test(String(named))) facts.readsEnvironment = true;
  });
  return facts;
}

function visit(node: unknown, meet: (node: Node) => void): void {
  if (Array.isArray(node)) for (const item of node) visit(item, meet);
  else if (typeof node === 'object' && node !== null) {
    if ('type' in node) meet(node as Node);
    for (const value of Object.values(node)) visit(value, meet);
  }
}

/** Groups of modules that load each other in a circle, each from its alphabetically first member. */
export function cycles(modules: ReadonlyMap<string, Pick<SourceModule, 'loads'>>): string[] {
  const found = new Set<string>();
  const done = new Set<string>();
  const walk = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) {
      const circle = trail.slice(start);
      const first = circle.indexOf([...circle].sort()[0]!);
      found.add([...circle.slice(first), ...circle.slice(0, first + 1)].join(' → '));
      return;
    }
    if (done.has(path)) return;
    for (const next of modules.get(path)?.loads ?? []) walk(next, [...trail, path]);
    done.add(path);
  };
  for (const path of modules.keys()) walk(path, []);
  return [...found].sort();
}

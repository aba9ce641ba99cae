import { join } from 'node:path';
import { type Outcome, runNode } from '../run-node';

/** The checks that another program makes; each tells its findings, one line each. */

/** What runs in Node, and what runs in browsers. */
export async function types(): Promise<string[]> {
  const checked = ['.', 'dashboard'].map(async (project) => {
    const outcome = await runNode('node_modules/typescript/bin/tsc', '-p', project, '--pretty', 'false');
    return findings(outcome, (line) => /^\S.*error TS\d+/.test(line));
  });
  return (await Promise.all(checked)).flat();
}

export async function lint(): Promise<string[]> {
  const outcome = await runNode(
    'node_modules/@biomejs/biome/bin/biome',
    'check',
    '--reporter=concise',
    '--diagnostic-level=warn',
    '--error-on-warnings',
    '--max-diagnostics=none',
  );
  return findings(outcome, (line) => /^[×!] /.test(line)).map((line) =>
    line.replace(/^[×!] /, '').replace(/format: .*/, 'not formatted. Run: npx biome check --write'),
  );
}

const isStale = (line: string): boolean => line.startsWith('Not in step');

/** This file's neighbour, compiled from the same sources. */
export async function schema(): Promise<string[]> {
  return findings(await runNode(join(__dirname, '..', 'schema.js'), '--check'), isStale);
}

export async function typedClient(): Promise<string[]> {
  const outcome = await runNode(
    'node_modules/@graphql-codegen/cli/cjs/bin.js',
    '--config',
    'codegen.yml',
    '--check',
  );
  const stale = outcome.lines.flatMap((line) => /^\s*,?\s*- (\S+)/.exec(line)?.[1] ?? []);
  if (stale.length) return [`Not in step with the graph: ${stale.join(', ')}. Run: npm run codegen`];
  if (outcome.code === 0) return [];
  const failed = outcome.lines.flatMap((line) => /^\[FAILED\]\s+(\S.*)$/.exec(line)?.[1] ?? []);
  const stack = failed.findIndex((line) => line.startsWith('at '));
  // The first three lines say what and where; then it all comes again, with advice.
  return [failed.slice(0, stack < 0 ? 3 : Math.min(stack, 3)).join(' ')];
}

/** A program that failed without a line of the expected shape is told in its own words. */
function findings({ code, lines }: Outcome, isFinding: (line: string) => boolean): string[] {
  if (code === 0) return [];
  const found = lines.filter(isFinding);
  if (found.length) return found;
  const said = message(lines);
  return said.length ? said : [`ended with ${code} and said nothing`];
}

/** Of an uncaught error: what it says, without the place and the stack that Node prints around it. */
function message(lines: string[]): string[] {
  const start = lines.findIndex((line) => /^\w*Error\b/.test(line));
  if (start < 0) return lines;
  const stack = lines.findIndex((line, index) => index > start && /^\s|^Require stack/.test(line));
  return lines.slice(start, stack < 0 ? undefined : stack);
}

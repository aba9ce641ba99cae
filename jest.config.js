// As in main.ts: no test of ours talks to Apollo.
process.env.APOLLO_TELEMETRY_DISABLED = 'true';

const { readdirSync, readFileSync } = require('node:fs');
const { availableParallelism } = require('node:os');
const { join, resolve, dirname } = require('node:path');

const GRAPH = join(__dirname, 'tests/harness/graph.ts');

/** The eight processes are one more shape of the graph: what does not ask the graph is the same, and runs once. */
function asksTheGraph(file, seen = new Set()) {
  if (file === GRAPH) return true;
  if (seen.has(file)) return false;
  seen.add(file);
  const imports = [...readFileSync(file, 'utf8').matchAll(/^(?:import|\}).* from '(\.[^']+)';/gm)];
  return imports
    .map(([, path]) => `${resolve(dirname(file), path)}.ts`)
    .some((imported) => imported.startsWith(join(__dirname, 'tests')) && asksTheGraph(imported, seen));
}

const testsOfTheGraph = () =>
  readdirSync(join(__dirname, 'tests'), { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(__dirname, 'tests', file))
    .filter((file) => asksTheGraph(file));

/** Tests run the TypeScript sources through swc, which keeps the decorators' metadata. */
module.exports = {
  testEnvironment: 'node',
  testMatch: process.env.TEST_SHAPE === 'eight' ? testsOfTheGraph() : ['<rootDir>/tests/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  globalSetup: '<rootDir>/tests/harness/global-setup.ts',
  globalTeardown: '<rootDir>/tests/harness/global-teardown.ts',
  setupFilesAfterEnv: ['<rootDir>/tests/harness/each-file.ts'],
  testSequencer: '<rootDir>/tests/harness/sequencer.js',
  // For what hangs: no test asks how quick a busy machine is.
  testTimeout: 300_000,
  // Three on a machine of two cores: one waits while the others work.
  maxWorkers: Math.max(3, availableParallelism() - 1),
  workerIdleMemoryLimit: '700MB',
};

/** What the run's global setup prepared, handed to every test process through the environment. */
export interface RunState {
  /** The administrator's URL of the test cluster, without a database. */
  clusterUrl: string;
  template: string;
  supergraphFile: string;
  /** The schema as clients see it. */
  apiFile: string;
  shape: 'one' | 'eight';
  redisUrl: string | null;
  /** The graph that all files share, each with organisations of its own; null while it is being started. */
  sharedGraph: { url: string; databaseUrl: string } | null;
  secretKey: string;
  encryptionKeys: string;
}

const VARIABLE = 'LIFTBAY_TEST_RUN';

export function publishRunState(state: RunState): void {
  process.env[VARIABLE] = JSON.stringify(state);
}

export function runState(): RunState {
  const text = process.env[VARIABLE];
  if (!text) throw new Error('The test run was not set up: start tests with `npm test`.');
  return JSON.parse(text) as RunState;
}

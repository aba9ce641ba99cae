import { setTimeout as pause } from 'node:timers/promises';

/** For what must come to pass: nobody waits for so long but where it does not. */
const PATIENCE_MS = 120_000;

/** Resolves when it has come to pass. */
export async function until(
  what: string,
  check: () => Promise<boolean>,
  patienceMs = PATIENCE_MS,
): Promise<void> {
  const limit = Date.now() + patienceMs;
  while (!(await check())) {
    if (Date.now() > limit) throw new Error(`It did not come to pass in time that ${what}.`);
    await pause(25);
  }
}

/** The same for what an assertion says: looked at again until it holds. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  let failure: unknown;
  const holds = () =>
    check().then(
      () => true,
      (error: unknown) => {
        failure = error;
        return false;
      },
    );
  await until('it holds', holds).catch(() => {
    throw failure;
  });
}

/** One thing that the gateway needs before it can serve, and whether it is there. */
export interface Dependency {
  name: string;
  ready(): Promise<boolean>;
}

const PATIENCE_MS = 2_000;

/** `/readyz`: what is missing, by name. A dependency that does not answer in time is missing. */
export async function readiness(
  dependencies: readonly Dependency[],
): Promise<{ ready: boolean; missing: string[] }> {
  const answers = await Promise.all(
    dependencies.map(async ({ name, ready }) => ({ name, ready: await withinTime(ready()) })),
  );
  const missing = answers.filter((answer) => !answer.ready).map((answer) => answer.name);
  return { ready: missing.length === 0, missing };
}

async function withinTime(answer: Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([answer.catch(() => false), late]);
  } finally {
    clearTimeout(timer);
  }
}

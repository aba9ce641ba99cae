export default async function tearDown(): Promise<void> {
  await (globalThis as { tearDownRun?: () => Promise<void> }).tearDownRun?.();
}

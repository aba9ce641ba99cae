import { createRedisMock } from 'js-redis-server';

/** The real server that TEST_REDIS_URL names (CI must name one), or one in this process that speaks its protocol. */
export async function startTestRedis(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.TEST_REDIS_URL;
  if (given) return { url: given, stop: async () => {} };
  if (process.env.CI) throw new Error('CI runs against a real Redis: set TEST_REDIS_URL.');
  const server = await createRedisMock();
  const [address] = server.addresses();
  return { url: `redis://${address!.host}:${address!.port}`, stop: () => server.close() };
}

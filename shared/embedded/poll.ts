import { setTimeout as delay } from 'node:timers/promises';

const LONGEST_PAUSE = 50;

/** Asks again, soon at first and then every 50 ms, until there is an answer; undefined when the time is over. */
export async function poll<T>(
  milliseconds: number,
  ask: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const end = performance.now() + milliseconds;
  for (let pause = 5; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const answer = await ask();
    if (answer !== undefined || performance.now() > end) return answer;
    await delay(pause);
  }
}

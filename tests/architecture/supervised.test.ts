import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { poll } from '../../shared/embedded/poll';
import { identify, waitUntilGone } from '../../shared/embedded/processes';
import { Debounced } from '../../tools/processes/debounced';
import { END_WITH_PARENT, Supervised } from '../../tools/processes/supervised';

const IDLE = "setInterval(() => {}, 1000); console.log('up ' + process.pid);";

function supervise(script: string) {
  const said: string[] = [];
  const supervised = new Supervised({
    args: ['-e', script],
    environment: process.env,
    say: (line) => said.push(line),
  });
  const until = async (pattern: RegExp, times = 1): Promise<string> => {
    const line = await poll(60_000, async () => said.filter((one) => pattern.test(one))[times - 1]);
    if (line === undefined) throw new Error(`Never said ${pattern}: ${said.join('\n')}`);
    return line;
  };
  return { supervised, said, until };
}

describe('a process under supervision', () => {
  it('is told of and started again when it dies, later each time, until it is stopped', async () => {
    const { supervised, said, until } = supervise("console.log('up'); process.exitCode = 3;");
    supervised.start();
    await until(/starts again in 1 s/);
    await supervised.stop();
    expect(said).toEqual([
      'up',
      'ended with code 3; starts again in 0.5 s',
      'up',
      'ended with code 3; starts again in 1 s',
    ]);
  });

  it('is started again after a kill, as another process', async () => {
    const { supervised, until } = supervise(IDLE);
    supervised.start();
    const first = Number((await until(/^up/)).slice(3));
    process.kill(first, 'SIGKILL');
    await until(/ended with SIGKILL/);
    const second = Number((await until(/^up/, 2)).slice(3));
    expect(second).not.toBe(first);
    await supervised.stop();
    expect(await identify(second)).toBeUndefined();
  });

  it('ends in its own time when it is stopped, and is not started again', async () => {
    const script = `process.once('SIGTERM', () => { console.log('ending'); setTimeout(() => process.exit(0), 100); }); ${IDLE}`;
    const { supervised, said, until } = supervise(script);
    supervised.start();
    await until(/^up/);
    await supervised.stop();
    expect(said).toEqual([expect.stringMatching(/^up/), 'ending']);
  });

  it('ends when whoever supervises it is killed', async () => {
    const options = "{ stdio: ['ignore', 'inherit', 'inherit', 'ipc'], detached: true }";
    const args = JSON.stringify(['--import', END_WITH_PARENT, '-e', IDLE]);
    const parent = spawn(process.execPath, [
      '-e',
      `require('node:child_process').spawn(process.execPath, ${args}, ${options})`,
    ]);
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    const child = await identify(Number(line.slice(3)));
    parent.kill('SIGKILL');
    expect(await waitUntilGone(child!, 60_000)).toBe(true);
  });
});

describe('work that is asked for often', () => {
  it('is done once for many calls, one at a time, and once more when it was asked for meanwhile', async () => {
    const trace: string[] = [];
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const work = new Debounced(20, async () => {
      trace.push('begin');
      if (trace.length === 1) await gate;
      trace.push('end');
    });
    for (let n = 0; n < 5; n += 1) work.call();
    await poll(60_000, async () => trace[0]);
    work.call();
    open();
    await poll(60_000, async () => trace[3]);
    await work.settled();
    expect(trace).toEqual(['begin', 'end', 'begin', 'end']);
  });
});

import { syncHandlers } from '../../shared/events/sync-handlers';
import { defineTask } from '../../shared/events/task';
import { newId } from '../../shared/ids';
import { inventoryApp } from '../../subgraphs/inventory/app';
import { expectWithin, stopwatch } from '../harness/durations';
import { useSubgraphs } from '../harness/subgraphs';
import { until } from '../harness/until';
import { Bench, Gate, leavesMark } from './worker.fixtures';

const open = useSubgraphs();
let bench: Bench;
beforeEach(() => {
  bench = new Bench(open);
});
afterEach(() => bench.clear());

describe('events', () => {
  test('reach their handler, in its subgraph, for their organisation', async () => {
    const seen: unknown[] = [];
    await bench.prepare([
      {
        event: 'ProbeSent',
        name: 'test.observe',
        async handle(tx, event, context) {
          seen.push({
            ...event,
            by: context.identity.kind,
            subgraph: context.app.name,
            at: tx.organisationId,
          });
        },
      },
    ]);
    await bench.startWorker();
    const position = await bench.emit('ProbeSent', { mark: 'a' });
    await bench.untilIdle();
    expect(seen).toEqual([
      expect.objectContaining({
        organisationId: bench.organisationId,
        position,
        name: 'ProbeSent',
        subjectType: 'Probe',
        payload: { mark: 'a' },
        occurredAt: expect.any(Date),
        by: 'SYSTEM',
        subgraph: 'inventory',
        at: bench.organisationId,
      }),
    ]);
  });

  test('delivered often, by two workers, are handled once', async () => {
    let calls = 0;
    await bench.prepare([
      leavesMark('ProbeDoubled', () => {
        calls += 1;
      }),
    ]);
    const position = await bench.emit('ProbeDoubled', { mark: 'only' });
    const payload = { organisationId: bench.organisationId, position, handler: 'test.ProbeDoubled' };
    for (let copy = 0; copy < 20; copy += 1)
      await bench.sql(`select graphile_worker.add_job('event', $1)`, [JSON.stringify(payload)]);
    await Promise.all([bench.startWorker(), bench.startWorker()]);
    await bench.untilIdle();
    expect(calls).toBe(1);
    expect(await bench.effects()).toEqual(['only']);
  });

  test('of a transaction that is rolled back leave neither event nor job', async () => {
    await bench.prepare([leavesMark('ProbeUndone')]);
    const undone = bench.context.transaction(async (tx) => {
      tx.emit({ name: 'ProbeUndone', subjectType: 'Probe', subjectId: newId(), payload: { mark: 'never' } });
      await tx.begun();
      await tx.settle();
      throw new Error('at the last moment');
    });
    await expect(undone).rejects.toThrow('at the last moment');
    expect(await bench.jobs()).toEqual([]);
    expect(
      await bench.sql('select from platform.event where organisation_id = $1', [bench.organisationId]),
    ).toEqual([]);
  });

  test('whose handler fails are tried again, and the failure leaves nothing', async () => {
    let tries = 0;
    await bench.prepare([
      leavesMark('ProbeStumbled', () => {
        tries += 1;
        if (tries === 1) throw new Error('stumbled');
      }),
    ]);
    await bench.startWorker();
    await bench.emit('ProbeStumbled', { mark: 'second try' });
    await until('the first try failed', async () => (await bench.jobs())[0]?.last_error === 'stumbled');
    expect(await bench.effects()).toEqual([]);
    await bench.untilIdle();
    expect(tries).toBe(2);
    expect(await bench.effects()).toEqual(['second try']);
  });

  test('whose handler fails for good are kept, counted and logged as dead letters', async () => {
    await bench.prepare([
      leavesMark('ProbeDied', () => {
        throw new Error('no use');
      }),
    ]);
    await bench.emit('ProbeDied', { mark: 'never' });
    await bench.sql('update graphile_worker._private_jobs set max_attempts = 1');
    const worker = await bench.startWorker();
    await until('it is given up', async () => (await bench.jobs())[0]?.last_error === 'no use');
    expect(bench.lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({
        level: 'error',
        message: 'dead letter: a job failed for good',
        task: 'event',
        attempt: 1,
        of: 1,
        error: 'Error: no use',
      }),
    );
    const dead = worker.gauges.find((gauge) => gauge.name === 'jobs_dead');
    expect(await dead?.read()).toEqual({ event: 1 });
  });

  test('for a handler that only a newer program knows wait for it; for one that was given up, do not', async () => {
    await bench.prepare([]);
    const payload = (handler: string) =>
      JSON.stringify({ organisationId: bench.organisationId, position: 1, handler });
    await bench.sql(`insert into platform.event_handler values ('ProbeNew', 'test.of-tomorrow')`);
    await bench.sql(`select graphile_worker.add_job('event', $1)`, [payload('test.of-yesterday')]);
    await bench.sql(`select graphile_worker.add_job('event', $1)`, [payload('test.of-tomorrow')]);
    await bench.startWorker();
    await until('only the new one waits', async () => {
      const jobs = await bench.jobs();
      return jobs.length === 1 && jobs[0]!.last_error !== null;
    });
    expect(await bench.jobs()).toEqual([
      expect.objectContaining({ last_error: 'This worker does not know the handler test.of-tomorrow.' }),
    ]);
  });
});

describe('jobs', () => {
  test('run with a payload that is parsed again, for their organisation', async () => {
    const ran: unknown[] = [];
    await bench.prepare(
      [],
      [
        defineTask<{ count: number }>({
          name: 'test.count',
          parse({ count }) {
            if (typeof count !== 'number') throw new Error('count is a number');
            return { count };
          },
          async run(payload, context) {
            ran.push({ ...payload, for: context.identity.organisationId });
          },
        }),
      ],
    );
    await bench.context.transaction(async (tx) => {
      tx.enqueue({ task: 'test.count', payload: { count: 3 } });
      tx.enqueue({ task: 'test.count', payload: { count: 'three' } });
    });
    await bench.startWorker();
    await until('the bad one was refused', async () => {
      const jobs = await bench.jobs();
      return jobs.length === 1 && jobs[0]!.last_error === 'count is a number';
    });
    expect(ran).toEqual([{ count: 3, for: bench.organisationId }]);
  });

  test('that run too long at a stop are given back, within ten seconds', async () => {
    const gate = new Gate();
    await bench.prepare([leavesMark('ProbeHung', () => gate.pass())]);
    const worker = await bench.startWorker();
    await bench.emit('ProbeHung', { mark: 'late' });
    await gate.reached;
    const stopping = stopwatch();
    await worker.stop();
    expectWithin('the stop of a worker', stopping(), 10);
    expect(await bench.jobs()).toEqual([
      expect.objectContaining({ locked_by: null, last_error: 'The worker was stopped.' }),
    ]);
    expect(await bench.sql('select from platform.worker_heartbeat')).toEqual([]);
    gate.open();
  });

  test('that are under way are finished before the stop', async () => {
    const gate = new Gate();
    await bench.prepare([leavesMark('ProbeShort', () => gate.pass())]);
    const worker = await bench.startWorker();
    await bench.emit('ProbeShort', { mark: 'finished' });
    await gate.reached;
    const stopped = worker.stop();
    gate.open();
    await stopped;
    expect(await bench.effects()).toEqual(['finished']);
    expect(await bench.jobs()).toEqual([]);
  });

  test('are taken again after the database dropped all connections of the worker', async () => {
    await bench.prepare([leavesMark('ProbeDropped')]);
    await bench.startWorker();
    await bench.emit('ProbeDropped', { mark: 'before' });
    await bench.untilIdle();
    const dropped = await bench.sql(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'liftbay worker'
       and datname = current_database()`,
    );
    expect(dropped.length).toBeGreaterThan(0);
    await bench.emit('ProbeDropped', { mark: 'after' });
    await bench.untilIdle();
    expect(await bench.effects()).toEqual(['after', 'before']);
  });

  test('go on after one whose end could not be written down', async () => {
    const gate = new Gate();
    await bench.prepare([leavesMark('ProbeLost', () => gate.pass())]);
    await bench.startWorker();
    await bench.emit('ProbeLost', { mark: 'first' });
    await gate.reached;
    await bench.sql('revoke delete on graphile_worker._private_jobs from liftbay_worker');
    gate.open();
    await until('the worker ended', async () =>
      bench.lines.some((line) => line.includes('the worker ended')),
    );
    await bench.sql('grant delete on graphile_worker._private_jobs to liftbay_worker');
    await bench.emit('ProbeLost', { mark: 'second' });
    await until('the second is done', async () => (await bench.effects()).length === 2);
    expect(await bench.effects()).toEqual(['first', 'second']);
  });
});

describe('the table of handlers', () => {
  const handler = (event: string, name: string) => ({ ...leavesMark(event), name });
  const listed = () => bench.sql('select event, handler from platform.event_handler order by handler');

  test('follows the code: what is missing comes in, what is gone goes', async () => {
    await bench.prepare([handler('A', 'test.one'), handler('A', 'test.two')]);
    expect(await listed()).toEqual([
      { event: 'A', handler: 'test.one' },
      { event: 'A', handler: 'test.two' },
    ]);
    const app = { ...inventoryApp, handlers: [handler('B', 'test.two'), handler('B', 'test.three')] };
    await syncHandlers(open.admin, [app]);
    expect(await listed()).toEqual([
      { event: 'B', handler: 'test.three' },
      { event: 'B', handler: 'test.two' },
    ]);
  });

  test('has no name twice', async () => {
    await bench.prepare([]);
    const app = { ...inventoryApp, handlers: [handler('A', 'test.one'), handler('B', 'test.one')] };
    await expect(syncHandlers(open.admin, [app])).rejects.toThrow('Two event handlers are called test.one.');
    expect(await listed()).toEqual([]);
  });
});

import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import { assign, openCard } from './job-cards.fixtures';
import {
  addService,
  clockOff,
  clockOn,
  decide,
  IN_PERSON,
  moveService,
  openWorkshop,
  type Proposal,
  propose,
  standing,
  step,
  stepsOf,
  type Workshop,
} from './jobs.fixtures';
import { emit } from './messages.fixtures';

/**
 * Random lives of jobs, through the graph, beside an oracle that is written from the domain's words and knows nothing of
 * the program: what is allowed, what the card is then, and what is refused with which code.
 */
const graph = useGraph();
const RUNS = 12;
const STEPS = 60;
/** From then on mostly what leads to an end: by chance alone, hardly a job comes to one. */
const LATE = 15;
const SEED = 20_261_129;

/** A seeded generator (mulberry32). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * sides);
  };
}

/** From each state, where the domain lets a card go. */
const TABLE: Readonly<Record<string, readonly string[]>> = {
  CREATED: ['INSPECTED', 'ASSIGNED', 'CANCELLED'],
  INSPECTED: ['ASSIGNED', 'CANCELLED'],
  ASSIGNED: ['IN_PROGRESS', 'WAITING_PARTS', 'WAITING_APPROVAL', 'PAUSED', 'CANCELLED'],
  IN_PROGRESS: ['WAITING_PARTS', 'WAITING_APPROVAL', 'PAUSED', 'COMPLETED', 'CANCELLED'],
  WAITING_PARTS: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
  WAITING_APPROVAL: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
  PAUSED: ['ASSIGNED', 'IN_PROGRESS', 'CANCELLED'],
  COMPLETED: ['DELIVERED'],
  DELIVERED: [],
  CANCELLED: [],
};

type Work = 'CREATED' | 'INSPECTED' | 'ASSIGNED' | 'IN_PROGRESS' | 'COMPLETED' | 'DELIVERED' | 'CANCELLED';

/** What the domain says of a card: what work it is at, and what it waits for. */
class Oracle {
  work: Work = 'CREATED';
  parts = false;
  paused = false;
  revision = 0;
  clock: string | null = null;
  services: { id: string; status: string }[] = [];
  proposals: { proposal: Proposal; status: string }[] = [];

  get undecided(): boolean {
    return this.proposals.some(({ status }) => status === 'PROPOSED');
  }

  get waitingFor(): string[] {
    return [
      ...(this.parts ? ['PARTS'] : []),
      ...(this.undecided ? ['APPROVAL'] : []),
      ...(this.paused ? ['OTHER'] : []),
    ];
  }

  get status(): string {
    if (this.work !== 'ASSIGNED' && this.work !== 'IN_PROGRESS') return this.work;
    if (this.parts) return 'WAITING_PARTS';
    if (this.undecided) return 'WAITING_APPROVAL';
    return this.paused ? 'PAUSED' : this.work;
  }

  get over(): boolean {
    return this.work === 'COMPLETED' || this.work === 'DELIVERED' || this.work === 'CANCELLED';
  }

  get open(): boolean {
    return this.services.some(({ status }) => status === 'PENDING' || status === 'IN_PROGRESS');
  }

  end(): void {
    this.parts = false;
    this.paused = false;
    this.clock = null;
    for (const each of this.proposals) if (each.status === 'PROPOSED') each.status = 'WITHDRAWN';
  }
}

/** What is done, and the code that it must be refused with; undefined when it must work. */
type Act = (card: Life) => Promise<[did: string | undefined, must: string | undefined]>;

class Life {
  readonly oracle = new Oracle();
  /** Mostly what helps the job to an end is done. */
  late = false;

  constructor(
    readonly work: Workshop,
    readonly id: string,
    readonly roll: (sides: number) => number,
  ) {}

  /** Any of them; later mostly one that still has something to be done about it. */
  pick<T extends { status: string }>(all: readonly T[], open: readonly string[]): T | undefined {
    const left = all.filter(({ status }) => open.includes(status));
    const from = this.late && left.length && this.roll(4) > 0 ? left : all;
    return from[this.roll(from.length || 1)];
  }

  get technician() {
    return this.work.technician.client;
  }

  get manager() {
    return this.work.manager.client;
  }
}

const ACTS: Readonly<Record<string, Act>> = {
  async inspect({ oracle, manager, id }) {
    const must = oracle.over ? 'CONFLICT' : undefined;
    if (!must && oracle.work === 'CREATED') oracle.work = 'INSPECTED';
    const { code } = await manager.send(
      'mutation ($id: ID!) { recordPreInspection(input: { jobCardId: $id, fuelPercent: 50 }) { id } }',
      { id },
    );
    return [code, must];
  },

  async assign({ oracle, manager, id, work }) {
    const must = oracle.over ? 'INVALID_TRANSITION' : undefined;
    if (!must && (oracle.work === 'CREATED' || oracle.work === 'INSPECTED')) oracle.work = 'ASSIGNED';
    return [(await assign(manager, id, work.technician)).code, must];
  },

  async start({ oracle, manager, id }) {
    const must = oracle.status === 'ASSIGNED' ? undefined : 'INVALID_TRANSITION';
    if (!must) oracle.work = 'IN_PROGRESS';
    return [(await step(manager, 'startJobCard', id)).code, must];
  },

  async pause({ oracle, manager, id }) {
    const must = ['ASSIGNED', 'IN_PROGRESS'].includes(oracle.status) ? undefined : 'INVALID_TRANSITION';
    if (!must) {
      oracle.paused = true;
      oracle.clock = null;
    }
    return [(await step(manager, 'pauseJobCard', id)).code, must];
  },

  async resume({ oracle, manager, id }) {
    const must = oracle.paused ? undefined : 'INVALID_TRANSITION';
    oracle.paused = false;
    return [(await step(manager, 'resumeJobCard', id)).code, must];
  },

  async complete({ oracle, manager, id }) {
    const must =
      oracle.status !== 'IN_PROGRESS'
        ? 'INVALID_TRANSITION'
        : oracle.open || oracle.clock
          ? 'CONFLICT'
          : undefined;
    if (!must) oracle.work = 'COMPLETED';
    return [(await step(manager, 'completeJobCard', id)).code, must];
  },

  async deliver({ oracle, manager, id }) {
    const must = oracle.work === 'COMPLETED' ? undefined : 'INVALID_TRANSITION';
    if (!must) oracle.work = 'DELIVERED';
    return [(await step(manager, 'deliverJobCard', id)).code, must];
  },

  async cancel({ oracle, manager, id, roll }) {
    // Rarely: it ends everything.
    if (roll(4) > 0) return [undefined, undefined];
    const must = oracle.over ? 'INVALID_TRANSITION' : undefined;
    if (!must) {
      oracle.end();
      oracle.work = 'CANCELLED';
    }
    return [(await step(manager, 'cancelJobCard', id, { reason: 'By chance.' })).code, must];
  },

  async parts({ oracle, work, id, roll, late }) {
    const waiting = late ? Math.max(0, roll(4) - 2) : roll(2);
    // Now and then a word from long ago.
    const isOld = roll(4) === 0 && oracle.revision > 0;
    const revision = isOld ? oracle.revision : oracle.revision + 1;
    oracle.revision = revision;
    if (!isOld && !oracle.over) oracle.parts = waiting > 0;
    const payload = { jobCardId: id, waiting, revision };
    await emit(graph, work.shop, 'JobPartsChanged', { type: 'JobCard', id }, payload);
    await untilIdle(graph, work.shop.id);
    return [undefined, undefined];
  },

  async addService({ oracle, manager, id }) {
    const { code, data } = await addService(manager, id);
    if (!code) oracle.services.push({ id: data.addJobService.id, status: 'PENDING' });
    return [code, oracle.over ? 'CONFLICT' : undefined];
  },

  async moveService(life) {
    const { oracle, manager, roll } = life;
    const service = life.pick(oracle.services, ['PENDING', 'IN_PROGRESS']);
    if (!service) return [undefined, undefined];
    const moves = [
      ['startJobService', 'PENDING', 'IN_PROGRESS'],
      ['completeJobService', 'IN_PROGRESS', 'COMPLETED'],
      ['skipJobService', service.status === 'IN_PROGRESS' ? 'IN_PROGRESS' : 'PENDING', 'SKIPPED'],
    ] as const;
    const [command, from, to] = moves[roll(3)]!;
    const begun = oracle.work === 'IN_PROGRESS' && oracle.status !== 'PAUSED';
    const must = oracle.over
      ? 'CONFLICT'
      : service.status !== from
        ? 'INVALID_TRANSITION'
        : command !== 'skipJobService' && !begun
          ? 'CONFLICT'
          : undefined;
    if (!must) service.status = to;
    return [(await moveService(manager, command, service.id)).code, must];
  },

  async propose({ oracle, manager, id }) {
    const { code, data } = await propose(manager, id);
    const must = oracle.over ? 'CONFLICT' : undefined;
    if (!code) oracle.proposals.push({ proposal: data.proposeAdditionalService, status: 'PROPOSED' });
    return [code, must];
  },

  async decide(life) {
    const { oracle, manager, id, roll } = life;
    const decided = life.pick(oracle.proposals, ['PROPOSED']);
    if (!decided) return [undefined, undefined];
    const approves = roll(2) === 0;
    const must = decided.status === 'PROPOSED' ? undefined : 'INVALID_TRANSITION';
    const { code } = await decide(manager, decided.proposal, {
      decision: approves ? 'APPROVE' : 'DECLINE',
      ...IN_PERSON,
    });
    if (!must) {
      decided.status = approves ? 'APPROVED' : 'DECLINED';
      if (approves) oracle.services.push({ id: await lastService(manager, id), status: 'PENDING' });
    }
    return [code, must];
  },

  async clockOn({ oracle, technician, id }) {
    const inHand = oracle.work === 'ASSIGNED' || oracle.work === 'IN_PROGRESS';
    const isTheirs = inHand || oracle.over;
    const must = !inHand || oracle.status === 'PAUSED' || oracle.clock ? 'CONFLICT' : undefined;
    const { code, data } = await clockOn(technician, id);
    // Before it is assigned, a technician does not see the card; nor one that was called off before that.
    if (code === 'NOT_FOUND' && (!isTheirs || oracle.work === 'CANCELLED')) return [undefined, undefined];
    if (!code) oracle.clock = data.startTimeEntry.id;
    return [code, must];
  },

  async clockOff({ oracle, technician }) {
    if (!oracle.clock) return [undefined, undefined];
    const { code } = await clockOff(technician, oracle.clock);
    oracle.clock = null;
    return [code, undefined];
  },
};

async function lastService(client: Workshop['manager']['client'], id: string): Promise<string> {
  const { jobCard } = await client.ask<{ jobCard: { services: { id: string }[] } }>(
    'query ($id: ID!) { jobCard(id: $id) { services { id } } }',
    { id },
  );
  return jobCard.services.at(-1)!.id;
}

const TO_AN_END = ['assign', 'start', 'resume', 'parts', 'decide', 'clockOff', 'complete', 'deliver']
  .concat(Array<string>(4).fill('moveService'))
  .concat(Array<string>(2).fill('decide'));

const reached = new Set<string>();
let work: Workshop;
beforeAll(async () => {
  work = await openWorkshop(graph);
});

it.each(Array.from({ length: RUNS }, (_, run) => run))(
  'whatever is done to a job in whatever order, it is where the domain says (run %i)',
  async (run) => {
    const roll = dice(SEED + run);
    const technician = await work.shop.staff('TECHNICIAN');
    const { id } = await openCard(work.manager.client, work.visit.vehicleId);
    const life = new Life({ ...work, technician }, id, roll);
    const names = Object.keys(ACTS);
    const told: string[] = [];
    for (let n = 0; n < STEPS; n += 1) {
      life.late = n > LATE;
      const pool = life.late && roll(8) > 0 ? TO_AN_END : names;
      const name = pool[roll(pool.length)]!;
      const [did, must] = await ACTS[name]!(life);
      told.push(name);
      expect([told.join(' '), did]).toEqual([told.join(' '), must]);
      const { status, waitingFor } = life.oracle;
      expect([told.join(' '), await standing(work.manager.client, id)]).toEqual([
        told.join(' '),
        expect.objectContaining({ status, waitingFor }),
      ]);
    }
    await expectLegalHistory(id, life.oracle.status);
  },
  60_000,
);

it('and between them they come to every state that there is', () => {
  expect([...reached].sort()).toEqual(Object.keys(TABLE).sort());
});

/** Each step is in the table, begins where the last one ended, and what waited went back to where it came from. */
async function expectLegalHistory(id: string, status: string): Promise<void> {
  const steps = (await stepsOf(work.manager.client, id)).map((each) => each.split(' → ') as [string, string]);
  expect(steps[0]).toEqual(['null', 'CREATED']);
  let [at, cameFrom] = ['CREATED', ''];
  reached.add(at);
  for (const [from, to] of steps.slice(1)) {
    expect(from).toBe(at);
    expect(TABLE[from]).toContain(to);
    const waited = from.startsWith('WAITING') || from === 'PAUSED';
    if (waited && to !== 'CANCELLED') expect([from, to]).toEqual([from, cameFrom]);
    if (!waited) cameFrom = from;
    at = to;
    reached.add(to);
  }
  expect(at).toBe(status);
}

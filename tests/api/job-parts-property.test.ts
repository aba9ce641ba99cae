import { Dice } from '../../program/demo/random';
import { useGraph } from '../harness/graph';
import {
  levelOf,
  openJob,
  openPartsShop,
  type PartsShop,
  partsOf,
  run,
  send,
  untilQuiet,
} from './job-parts.fixtures';
import { Model, type ModelLine, missingOf } from './job-parts-model.fixtures';
import { expectAddsUp, type TalliedVerb, type Tally, VERBS } from './job-parts-tally.fixtures';
import { createPart } from './parts.fixtures';
import { refusalOf } from './scheduling.fixtures';
import { adjust } from './stock.fixtures';

/**
 * Commands at random over a few jobs and parts. One after another, with an oracle that knows what each must come to; and
 * side by side, where whatever went through must add up, and at rest no job waits for what is there.
 */
const graph = useGraph();
const JOBS = 3;
const PARTS = 2;
const STEPS = 60;
const HANDS = 6;
const STEPS_OF_EACH = 20;

let place: PartsShop;
let jobs: string[];
let parts: string[];

beforeAll(async () => {
  place = await openPartsShop(graph);
});
beforeEach(async () => {
  jobs = [];
  parts = [];
  for (let n = 0; n < JOBS; n += 1) jobs.push(await openJob(place));
  for (let n = 0; n < PARTS; n += 1) parts.push((await createPart(place.manager.client)).id);
});

const receive = (part: number, quantity: number) =>
  adjust(place.manager.client, { partId: parts[part]!, locationId: place.store }, String(quantity));

const request = (job: number, part: number, quantity: number) =>
  run(place.manager.client, 'request', jobs[job]!, { partId: parts[part], quantity: String(quantity) });

const attempt = (verb: TalliedVerb, { id, job }: { id: string; job: number }, quantity: number) =>
  send(place.manager.client, verb, {
    jobCardId: jobs[job]!,
    lines: [{ id, quantity: String(quantity) }],
  });

const told = (model: Model, line: ModelLine) => ({
  id: line.id,
  status: model.statusOf(line),
  quantity: String(line.quantity),
  missing: String(missingOf(line)),
  reserved: String(line.held),
  issued: String(line.issued),
  returned: String(line.returned),
  cancelled: String(line.cancelled),
  used: String(line.issued - line.returned),
});

async function expectAsModelled(model: Model): Promise<void> {
  for (const [job, id] of jobs.entries()) {
    const lines = (await partsOf(place.manager.client, id))!.map(({ version: _, ...line }) => line);
    expect(lines).toEqual(model.lines.filter((line) => line.job === job).map((line) => told(model, line)));
  }
  for (const [part, id] of parts.entries()) {
    const [onHand, reserved] = [model.onHand(part), model.heldOf(part)];
    expect(await levelOf(graph, id, place.store)).toEqual({
      onHand,
      reserved,
      available: onHand - reserved,
    });
  }
}

test.each([20261128, 11, 4711])('one after another, from seed %i', async (seed) => {
  const dice = new Dice(seed);
  const model = new Model(PARTS);
  const applied = {
    issue: (line: ModelLine, quantity: number) => model.issue(line, quantity),
    return: (line: ModelLine, quantity: number) => model.takeBack(line, quantity),
    cancel: (line: ModelLine, quantity: number) => model.cancel(line, quantity),
  };
  for (let step = 0; step < STEPS; step += 1) {
    const [job, part, quantity] = [dice.below(JOBS), dice.below(PARTS), 1 + dice.below(4)];
    const kind = dice.below(6);
    if (kind === 0) {
      await receive(part, quantity);
      model.receive(part, quantity);
    } else if (kind === 1 || model.lines.length === 0) {
      const { id } = await request(job, part, quantity);
      model.request({ id, job, part, quantity });
    } else {
      const [verb, line] = [dice.pick(VERBS), dice.pick(model.lines)];
      const { code } = await attempt(verb, line, quantity);
      expect([verb, code === undefined]).toEqual([verb, applied[verb](line, quantity)]);
    }
    await expectAsModelled(model);
  }
});

test.each([1, 20260401])('side by side, from seed %i', async (seed) => {
  const lines: Tally[] = [];
  const received = parts.map(() => 0);
  const hand = async (dice: Dice) => {
    for (let step = 0; step < STEPS_OF_EACH; step += 1) {
      const [job, part, quantity] = [dice.below(JOBS), dice.below(PARTS), 1 + dice.below(3)];
      const kind = dice.below(6);
      if (kind === 0) {
        await receive(part, quantity);
        received[part]! += quantity;
      } else if (kind === 1 || lines.length === 0) {
        const { id } = await request(job, part, quantity);
        lines.push({ id, job, part, done: { issue: 0, return: 0, cancel: 0 } });
      } else {
        const [verb, line] = [dice.pick(VERBS), dice.pick(lines)];
        const answer = await attempt(verb, line, quantity);
        expect([undefined, 'CONFLICT', 'INVALID_TRANSITION']).toContain(answer.code);
        expect(refusalOf(answer) ?? 'DONE').toMatch(/^(DONE|CONFLICT NOT_|INVALID_TRANSITION)/);
        if (answer.code === undefined) line.done[verb] += quantity;
      }
    }
  };
  await Promise.all(Array.from({ length: HANDS }, (_, n) => hand(new Dice(seed + n))));
  await untilQuiet(graph, place.shop);
  await expectAddsUp(graph, place, { jobs, parts, lines, received });
});

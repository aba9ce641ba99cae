import { useGraph } from '../harness/graph';
import type { Member } from '../harness/shop';
import { eventsOf } from './customers.fixtures';
import { putInState } from './job-cards.fixtures';
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
import { emit } from './messages.fixtures';
import { stocked } from './stock.fixtures';

const graph = useGraph();
let place: PartsShop;
let manager: Member;
let technician: Member;
beforeAll(async () => {
  place = await openPartsShop(graph);
  ({ manager, technician } = place);
});

const stock = (quantity: string) => stocked(manager.client, place.store, quantity);
const level = ({ partId, locationId }: { partId: string; locationId: string }) =>
  levelOf(graph, partId, locationId);

describe('when the job is over', () => {
  const over = async (event: 'JobCardCompleted' | 'JobCardCancelled', jobCardId: string) => {
    const state = event === 'JobCardCompleted' ? 'COMPLETED' : 'CANCELLED';
    await putInState(graph, jobCardId, state, technician.id);
    await emit(
      graph,
      place.shop,
      event,
      { type: 'JobCard', id: jobCardId },
      {
        serviceCentreId: place.shop.centres[0],
      },
    );
    await untilQuiet(graph, place.shop);
  };

  it('gives back what was not issued, to whoever waits for it; what was issued stays until it is brought', async () => {
    const part = await stock('4');
    const { partId } = part;
    const [ending, waiting] = [await openJob(place, technician), await openJob(place)];
    const { id } = await run(technician.client, 'request', ending, { partId, quantity: '3' });
    await run(technician.client, 'issue', ending, { id, quantity: '1' });
    const short = await run(technician.client, 'request', ending, { partId, quantity: '5' });
    await run(manager.client, 'request', waiting, { partId, quantity: '2' });
    await over('JobCardCancelled', ending);
    expect(await partsOf(manager.client, ending)).toMatchObject([
      { id, status: 'ISSUED', cancelled: '2', used: '1', reserved: '0' },
      { id: short.id, status: 'CANCELLED', cancelled: '5', missing: '0' },
    ]);
    expect(await partsOf(manager.client, waiting)).toMatchObject([{ status: 'RESERVED' }]);
    expect(await level(part)).toEqual({ onHand: 3, reserved: 2, available: 1 });
    expect(await eventsOf(graph, ending)).toContain('JobPartsToReturn');
    await run(technician.client, 'return', ending, { id });
    expect(await level(part)).toEqual({ onHand: 4, reserved: 2, available: 2 });
  });

  it('releases what a completed job did not use, and takes nothing back from it', async () => {
    const part = await stock('4');
    const jobCardId = await openJob(place, technician);
    const { id } = await run(technician.client, 'request', jobCardId, { partId: part.partId, quantity: '3' });
    await run(technician.client, 'issue', jobCardId, { id, quantity: '1' });
    await over('JobCardCompleted', jobCardId);
    expect(await level(part)).toEqual({ onHand: 3, reserved: 0, available: 3 });
    expect(await partsOf(manager.client, jobCardId)).toMatchObject([{ status: 'ISSUED', cancelled: '2' }]);
    expect(await eventsOf(graph, jobCardId)).not.toContain('JobPartsToReturn');
    for (const [verb, line] of [
      ['request', { partId: part.partId, quantity: '1' }],
      ['issue', { id }],
      ['return', { id }],
      ['cancel', { id }],
    ] as const) {
      const refused = await send(technician.client, verb, { jobCardId, lines: [line] });
      expect(refused.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'JOB_OVER' });
    }
  });

  it('is heard before the workshop is asked: who saw it open still gets nothing', async () => {
    const part = await stock('4');
    const jobCardId = await openJob(place, technician);
    await over('JobCardCompleted', jobCardId);
    await putInState(graph, jobCardId, 'IN_PROGRESS', technician.id);
    const line = { partId: part.partId, quantity: '1' };
    const refused = await send(technician.client, 'request', { jobCardId, lines: [line] });
    expect(refused.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'JOB_OVER' });
    expect(await level(part)).toEqual({ onHand: 4, reserved: 0, available: 4 });
  });
});

import { useGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { complain, jobDone } from './care.fixtures';
import { notificationsOf } from './messages.fixtures';

/** Complaints are told to those who look after them. */
const graph = useGraph();

let shop: Shop;
beforeAll(async () => {
  shop = await graph.shop();
});

it('a complaint is told to those of the centre who work on complaints, and to who has it then', async () => {
  const [here] = shop.centres;
  const [advisor, receptionist, technician] = [
    await shop.staff('ADVISOR'),
    await shop.staff('RECEPTIONIST'),
    await shop.staff('TECHNICIAN'),
  ];
  const { jobCardId } = await jobDone(graph, shop.admin.client, technician, here!);
  const { data } = await complain(shop.admin.client, { jobCardId });
  const { id, number } = data.createComplaint;
  await untilIdle(graph, shop.id);
  const care = { category: 'CARE' };
  expect(await notificationsOf(advisor.client, care)).toEqual([
    expect.objectContaining({
      kind: 'COMPLAINT_REGISTERED',
      type: 'WARNING',
      title: `Nuovo reclamo ${number}`,
      message: `Il reclamo ${number} è stato registrato presso First centre.`,
      relatedId: id,
    }),
  ]);
  for (const { client } of [receptionist, technician])
    expect(await notificationsOf(client, care)).toEqual([]);
  await shop.admin.client.ask(
    'mutation ($id: ID!, $to: ID!) { assignComplaint(id: $id, assigneeId: $to) { id } }',
    {
      id,
      to: technician.id,
    },
  );
  await untilIdle(graph, shop.id);
  expect(await notificationsOf(technician.client, care)).toEqual([
    expect.objectContaining({ kind: 'COMPLAINT_ASSIGNED', title: `Il reclamo ${number} è suo` }),
  ]);
});

import { ALL_RECORDED, doInspection, makeTemplate, SECTIONS, start } from '../api/inspections.fixtures';
import type { GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { uploadPicture } from './filled-vehicles.fixtures';
import { idOf } from './id-of.fixtures';
import { freeTime } from './records-of-scheduling.fixtures';

/** What commands of this area need that the schema cannot say. */
export const VALUES_OF_VISITS: Readonly<Record<string, Record<string, unknown>>> = {
  createHomeService: {
    'input.startsAt': '2033-02-02T10:00:00Z',
    'input.minutes': 30,
    'input.address.street': 'Via Po 1',
    'input.address.city': 'Torino',
  },
  scheduleHomeService: { 'input.startsAt': '2033-02-03T10:00:00Z' },
  createInspectionTemplate: {
    'input.sections.items.key': 'SAMPLE',
    'input.name': 'Sample template',
  },
  recordInspectionItem: { 'input.key': 'LIGHTS' },
  recordInspectionItems: { 'input.items.key': 'LIGHTS' },
};

interface Filled {
  graph: TestGraph;
  admin: GraphClient;
  shop: Shop;
  marker: string;
  visit: { customerId: string; vehicleId: string };
  technician: string;
  /** Nobody has begun it. */
  jobCardId: string;
}

type Fitting = Record<string, Record<string, string>>;

/** Home visits in each state, inspections that are open and published; the ids that fit each command. */
export async function fillVisits(filled: Filled): Promise<Fitting> {
  return { ...(await planVisits(filled)), ...(await inspect(filled)) };
}

async function planVisits({ graph, admin, shop, marker, visit, technician }: Filled): Promise<Fitting> {
  const plan = (technicianId: string) =>
    idOf(admin, 'createHomeService', 'CreateHomeServiceInput', {
      ...visit,
      serviceCentreId: shop.centres[0],
      address: { street: `Via ${marker}`, city: marker },
      directions: `Behind ${marker}`,
      notes: `Notes ${marker}`,
      startsAt: freeTime(),
      minutes: 30,
      travelMinutes: 0,
      technicianId,
    });
  const step = (command: string, id: string) =>
    admin.ask(`mutation ($id: ID!) { ${command}(id: $id) { id } }`, { id });
  const done = await plan(technician);
  for (const command of ['startHomeServiceRoute', 'arriveHomeService', 'startHomeService'])
    await step(command, done);
  await graph.sql(
    `update workshop.job_card c set status = 'COMPLETED' from workshop.home_service v
     where v.id = $1 and c.id = v.job_card_id`,
    [done],
  );
  const there = await plan(technician);
  for (const command of ['startHomeServiceRoute', 'arriveHomeService']) await step(command, there);
  const onTheWay = await plan(technician);
  await step('startHomeServiceRoute', onTheWay);
  const located = await plan(shop.admin.id);
  await step('startHomeServiceRoute', located);
  await admin.ask(
    `mutation ($id: ID!) { updateHomeServiceLocation(id: $id, input: { latitude: 45, longitude: 7 }) { id } }`,
    { id: located },
  );
  const leaving = await plan(await somebody(admin));
  const off = await plan(technician);
  await admin.ask('mutation ($id: ID!, $why: String!) { cancelHomeService(id: $id, reason: $why) { id } }', {
    id: off,
    why: `Because ${marker}`,
  });
  const planned = await plan(technician);
  return {
    completeHomeService: { id: done },
    startHomeService: { id: there },
    arriveHomeService: { id: onTheWay },
    updateHomeServiceLocation: { id: located },
    startHomeServiceRoute: { id: leaving },
    assignHomeService: { id: planned },
    scheduleHomeService: { id: planned, 'input.technicianId': technician },
    updateHomeService: { id: planned },
  };
}

/** Who is on the way nowhere. */
async function somebody(admin: GraphClient): Promise<string> {
  const { users } = await admin.ask<{ users: { nodes: { id: string; email: string | null }[] } }>(
    '{ users(first: 100) { nodes { id email } } }',
  );
  return users.nodes.find(({ email }) => email?.startsWith('ivo@'))!.id;
}

async function inspect({ admin, marker, jobCardId }: Filled): Promise<Fitting> {
  const templates: string[] = [];
  for (const n of [1, 2, 3])
    templates.push(
      (
        await makeTemplate(admin, {
          name: `Template ${n} ${marker}`,
          description: `For ${marker}`,
          sections: SECTIONS.map(({ name, items }) => ({ name: `${name} ${marker}`, items })),
        })
      ).id,
    );
  const [first, second, third] = templates as [string, string, string];
  const fileId = await uploadPicture(admin, `tread ${marker}.png`);
  const begin = async (templateId: string) => {
    const { id } = await start(admin, { jobCardId, templateId });
    await doInspection(admin, 'recordAll', id, ALL_RECORDED);
    await doInspection(admin, 'record', id, {
      key: 'TREAD',
      note: `Note ${marker}`,
      photoFileIds: [fileId],
    });
    await doInspection(admin, 'record', id, { key: 'DRIVE', text: `Words ${marker}` });
    return id;
  };
  const published = await begin(first);
  await doInspection(admin, 'publish', published, { share: true, notes: `Notes ${marker}` });
  const done = await begin(second);
  const open = await begin(third);
  return {
    shareInspection: { id: published },
    revokeInspectionLinks: { id: published },
    publishInspection: { id: done },
    recordInspectionItem: { inspectionId: open, 'input.photoFileIds': fileId },
    recordInspectionItems: { inspectionId: open, 'input.items.photoFileIds': fileId },
    startInspection: { 'input.jobCardId': jobCardId, 'input.templateId': third },
  };
}

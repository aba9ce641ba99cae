import type { GraphAnswer, GraphClient } from '../harness/client';
import type { TestGraph } from '../harness/graph';
import { untilIdle } from '../harness/idle';
import type { Shop } from '../harness/shop';
import { arrive, openCard, type Visit } from './job-cards.fixtures';

export interface Item {
  id: string;
  version: number;
  position: number;
  section: string;
  key: string;
  name: string;
  kind: string;
  required: boolean;
  rating: string | null;
  value: string | null;
  answer: boolean | null;
  text: string | null;
  note: string | null;
  recordedAt: string | null;
  photos: { id: string; url: string; thumbnailUrl: string | null }[];
}

export interface Inspection {
  id: string;
  version: number;
  status: string;
  templateName: string;
  templateVersion: number;
  notes: string | null;
  publishedAt: string | null;
  sharedUntil: string | null;
  cancelReason: string | null;
  counts: Counts;
  items: Item[];
}

export interface Counts {
  total: number;
  open: number;
  openRequired: number;
  ok: number;
  attention: number;
  urgent: number;
}

export const COUNTS = 'counts { total open openRequired ok attention urgent }';
export const ITEMS = `items { id version createdAt updatedAt position section key name kind required unit minimum maximum urgentBelow
  attentionBelow attentionAbove urgentAbove expected rating value answer text note recordedAt
  photos { id version createdAt updatedAt url thumbnailUrl } }`;
export const INSPECTION = `id version createdAt updatedAt status templateName templateVersion notes publishedAt sharedUntil
  cancelReason ${COUNTS} ${ITEMS}`;

type Answer = { done: Inspection } | null;

const COMMANDS = {
  record: `mutation ($id: ID!, $input: RecordedItemInput!) { done: recordInspectionItem(inspectionId: $id, input: $input)`,
  recordAll: `mutation ($id: ID!, $input: RecordInspectionItemsInput!) {
    done: recordInspectionItems(inspectionId: $id, input: $input)`,
  publish: `mutation ($id: ID!, $input: PublishInspectionInput! = { share: true }) {
    done: publishInspection(id: $id, input: $input)`,
  share: `mutation ($id: ID!) { done: shareInspection(id: $id)`,
  revoke: `mutation ($id: ID!) { done: revokeInspectionLinks(id: $id)`,
  cancel: `mutation ($id: ID!, $reason: String! = "The wrong car.") { done: cancelInspection(id: $id, reason: $reason)`,
} as const;
export type InspectionCommand = keyof typeof COMMANDS;

export const sendInspection = (
  client: GraphClient,
  command: InspectionCommand,
  id: string,
  input?: object,
): Promise<GraphAnswer<Answer>> =>
  client.send<Answer>(`${COMMANDS[command]} { ${INSPECTION} } }`, { id, ...(input && { input }) });

export const doInspection = async (
  client: GraphClient,
  command: InspectionCommand,
  id: string,
  input?: object,
): Promise<Inspection> =>
  (
    await client.ask<{ done: Inspection }>(`${COMMANDS[command]} { ${INSPECTION} } }`, {
      id,
      ...(input && { input }),
    })
  ).done;

const START = `mutation ($input: StartInspectionInput!) { done: startInspection(input: $input) { ${INSPECTION} } }`;
export const sendStart = (client: GraphClient, input: object) => client.send<Answer>(START, { input });
export const start = async (client: GraphClient, input: object): Promise<Inspection> =>
  (await client.ask<{ done: Inspection }>(START, { input })).done;

export async function readInspection(client: GraphClient, id: string): Promise<Inspection | null> {
  const { inspection } = await client.ask<{ inspection: Inspection | null }>(
    `query ($id: ID!) { inspection(id: $id) { ${INSPECTION} } }`,
    { id },
  );
  return inspection;
}

export const itemOf = (inspection: Inspection, key: string): Item =>
  inspection.items.find((item) => item.key === key)!;

/** One item of each kind. */
export const SECTIONS = [
  {
    name: 'Tyres',
    items: [
      {
        key: 'TREAD',
        name: 'Tread',
        kind: 'MEASURE',
        unit: 'mm',
        minimum: '0',
        maximum: '20.0',
        urgentBelow: '1.6',
        attentionBelow: '3',
      },
      {
        key: 'PRESSURE',
        name: 'Pressure',
        kind: 'MEASURE',
        required: false,
        unit: 'bar',
        minimum: '0',
        maximum: '10',
        urgentBelow: '1.5',
        attentionBelow: '2',
        attentionAbove: '3',
        urgentAbove: '3.5',
      },
    ],
  },
  {
    name: 'Around',
    items: [
      { key: 'LIGHTS', name: 'Lights' },
      { key: 'LEAKS', name: 'Does it leak?', kind: 'YES_NO', expected: false },
      { key: 'SMOKER', name: 'Was it smoked in?', kind: 'YES_NO', required: false },
      { key: 'DRIVE', name: 'Road test', kind: 'TEXT', required: false },
    ],
  },
];

const MAKE = `mutation ($input: CreateInspectionTemplateInput!) { done: createInspectionTemplate(input: $input) {
  id version name description active sections { name items { key name kind required unit minimum maximum urgentBelow
    attentionBelow attentionAbove urgentAbove expected } } } }`;
const CHANGE = `mutation ($id: ID!, $input: UpdateInspectionTemplateInput!) {
  done: updateInspectionTemplate(id: $id, input: $input) { id version name description active
    sections { name items { key name } } } }`;

export interface Template {
  id: string;
  version: number;
  name: string;
  description: string | null;
  active: boolean;
  sections: { name: string; items: Record<string, unknown>[] }[];
}

let names = 0;
const newName = () => {
  names += 1;
  return `Check ${process.pid} ${names}`;
};

export const sendTemplate = (client: GraphClient, input: object = {}) =>
  client.send<{ done: Template } | null>(MAKE, { input: { name: newName(), sections: SECTIONS, ...input } });
export const makeTemplate = async (client: GraphClient, input: object = {}): Promise<Template> =>
  (
    await client.ask<{ done: Template }>(MAKE, {
      input: { name: newName(), sections: SECTIONS, ...input },
    })
  ).done;
export const sendTemplateChange = (client: GraphClient, id: string, input: object) =>
  client.send<{ done: Template } | null>(CHANGE, { id, input });
export const changeTemplate = async (client: GraphClient, id: string, input: object): Promise<Template> =>
  (await client.ask<{ done: Template }>(CHANGE, { id, input })).done;

/** What makes the template above publishable. */
export const ALL_RECORDED = {
  items: [
    { key: 'TREAD', value: '5' },
    { key: 'LIGHTS', rating: 'OK' },
    { key: 'LEAKS', answer: false },
  ],
};

/** An inspection of a new customer’s car that was begun. */
export async function begun(
  client: GraphClient,
  templateId: string,
  serviceCentreId?: string,
): Promise<Inspection & { visit: Visit; jobCardId: string }> {
  const visit = await arrive(client, serviceCentreId);
  const { id: jobCardId } = await openCard(client, visit.vehicleId, { serviceCentreId });
  return { ...(await start(client, { jobCardId, templateId })), visit, jobCardId };
}

export async function published(
  client: GraphClient,
  templateId: string,
  input: object = { share: true },
  serviceCentreId?: string,
) {
  const inspection = await begun(client, templateId, serviceCentreId);
  await doInspection(client, 'recordAll', inspection.id, ALL_RECORDED);
  return { ...inspection, ...(await doInspection(client, 'publish', inspection.id, input)) };
}

/** Everything that is kept about an organisation's inspections: a refusal leaves it as it was. */
export async function inspectionsKept(graph: TestGraph, shop: Shop): Promise<unknown> {
  await untilIdle(graph, shop.id);
  const tables = ['inspection_template', 'inspection', 'inspection_item', 'inspection_photo'].map(
    (table) =>
      `(select json_agg(t order by id) from workshop.${table} t where organisation_id = $1) as ${table}`,
  );
  const [row] = await graph.sql(
    `select ${tables.join(', ')},
       (select count(*)::int from platform.event where organisation_id = $1 and subject_type like 'Inspection%') as events,
       (select count(*)::int from platform.audit_log where organisation_id = $1 and entity_type like 'Inspection%') as audits`,
    [shop.id],
  );
  return row;
}

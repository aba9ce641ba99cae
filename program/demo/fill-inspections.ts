import type { DemoGraph } from './demo-graph';
import { Dice } from './random';

const SEED = 20_261_129;
const INSPECTIONS = 8;
/** The last ones are still looked over. */
const PUBLISHED = 6;

interface Item {
  key: string;
  kind: 'CONDITION' | 'MEASURE' | 'YES_NO' | 'TEXT';
  maximum: string | null;
}
interface Begun {
  startInspection: { id: string; items: Item[] };
}
interface Known {
  inspections: { totalCount: number };
  jobCards: { nodes: { id: string }[] };
}

/** The history has inspections that are published, and none that goes on. */
const KNOWN = `query ($first: Int!) {
  inspections(filter: { status: [IN_PROGRESS] }, first: 1) { totalCount }
  jobCards(filter: { status: [CREATED, INSPECTED] }, first: $first) { nodes { id } }
}`;
const START = `mutation ($input: StartInspectionInput!) {
  startInspection(input: $input) { id items { key kind maximum } }
}`;
const RECORD = `mutation ($id: ID!, $input: RecordInspectionItemsInput!) {
  recordInspectionItems(inspectionId: $id, input: $input) { id }
}`;
const PUBLISH = 'mutation ($id: ID!) { publishInspection(id: $id) { id } }';

/** The newest cars are looked over, and their owners sent what was found. A shop where that goes on is left alone. */
export async function fillInspections(graph: DemoGraph): Promise<void> {
  const { inspections, jobCards } = await graph.ask<Known>('workshop', KNOWN, { first: INSPECTIONS });
  if (inspections.totalCount > 0) return;
  const dice = new Dice(SEED);
  for (const [n, { id: jobCardId }] of jobCards.nodes.entries()) {
    const { startInspection } = await graph.ask<Begun>('workshop', START, { input: { jobCardId } });
    const { id, items } = startInspection;
    const looked = n < PUBLISHED ? items : items.slice(0, items.length / 2);
    await graph.ask('workshop', RECORD, { id, input: { items: looked.map((item) => found(item, dice)) } });
    if (n < PUBLISHED) await graph.ask('workshop', PUBLISH, { id });
  }
}

/** Most of it is well. */
function found({ key, kind, maximum }: Item, dice: Dice): Record<string, unknown> {
  const well = dice.next() < 0.8;
  if (kind === 'MEASURE') {
    const part = well ? 0.3 + dice.next() * 0.1 : 0.05 + dice.next() * 0.1;
    return { key, value: (Number(maximum) * part).toFixed(1) };
  }
  if (kind === 'YES_NO') return { key, answer: !well };
  if (kind === 'TEXT') return { key, text: well ? 'Drives well.' : 'Pulls to the left when braking.' };
  if (well) return { key, rating: 'OK' };
  return { key, rating: dice.next() < 0.7 ? 'ATTENTION' : 'URGENT', note: 'See the photo at the desk.' };
}

import sharp from 'sharp';
import { bytesKey } from '../../shared/files/keys';
import type { FileStorage } from '../../shared/files/storage';
import type { DemoGraph } from './demo-graph';

const TYPE = 'image/jpeg';
/** Phase, caption, the colour of the door, and whether it is dented. */
const PHOTOS = [
  ['BEFORE', 'Left rear door, as it came', '#8a1f1f', true],
  ['DURING', 'Filled and primed', '#9e9e9e', false],
  ['AFTER', 'Painted', '#b02a2a', false],
] as const;

interface Found {
  jobCards: { nodes: { id: string; photos: { id: string }[] }[] };
}

/** Drawings in place of photos of the jobs that are worked on. Again: the same. */
export async function fillPhotos(
  graph: DemoGraph,
  serviceCentreId: string,
  storage: FileStorage,
): Promise<void> {
  const { jobCards } = await graph.ask<Found>(
    'workshop',
    'query ($filter: JobCardFilter!) { jobCards(filter: $filter, first: 3) { nodes { id photos { id } } } }',
    { filter: { serviceCentreId, status: ['IN_PROGRESS'] } },
  );
  for (const card of jobCards.nodes) {
    if (card.photos.length) continue;
    const photos: object[] = [];
    for (const [n, [phase, caption, colour, dented]] of PHOTOS.entries()) {
      const bytes = await drawing(colour, dented);
      const fileId = await upload(graph, storage, {
        name: `door-${n + 1}.jpg`,
        bytes,
        key: `${card.id}-${n}`,
      });
      photos.push({ fileId, phase, caption, shownInTracking: phase !== 'DURING' });
    }
    await graph.ask(
      'workshop',
      'mutation ($id: ID!, $photos: [PhotoInput!]!) { attachPhotos(jobCardId: $id, photos: $photos) { id } }',
      { id: card.id, photos },
    );
  }
}

/** As a client does it, but for the way of the bytes: nobody serves yet. */
async function upload(
  graph: DemoGraph,
  storage: FileStorage,
  { name, bytes, key }: { name: string; bytes: Buffer; key: string },
): Promise<string> {
  const { createUpload } = await graph.ask<{ createUpload: { file: { id: string } } }>(
    'customer',
    'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { file { id } } }',
    { input: { fileName: name, contentType: TYPE, size: bytes.length, idempotencyKey: `demo-photo-${key}` } },
  );
  const { id } = createUpload.file;
  await storage.write(bytesKey({ organisationId: graph.organisationId, id }), bytes, TYPE);
  await graph.ask('customer', 'mutation ($id: ID!) { completeUpload(fileId: $id) { id } }', { id });
  return id;
}

const drawing = (colour: string, dented: boolean): Promise<Buffer> =>
  sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480">
      <rect width="640" height="480" fill="#cfd8dc"/>
      <path d="M120 420V150q0-40 40-60l240-30q90 0 130 90v270z" fill="${colour}"/>
      <path d="M170 220v-50q0-30 40-40l180-25q60 0 90 70v45z" fill="#37474f"/>
      <rect x="410" y="260" width="80" height="18" rx="9" fill="#263238"/>
      ${dented ? '<ellipse cx="260" cy="330" rx="70" ry="30" fill="#000" opacity=".35"/>' : ''}
    </svg>`),
  )
    .jpeg({ quality: 80 })
    .toBuffer();

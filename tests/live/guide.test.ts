import { type DocumentNode, print } from 'graphql';
import { createClient as createStreams } from 'graphql-sse';
import { createClient as createSockets } from 'graphql-ws';
import WebSocket from 'ws';
import {
  BellDocument,
  BoardUpdatesDocument,
  type BoardUpdatesSubscription,
  DiaryUpdatesDocument,
  ExportProgressDocument,
  FiguresDocument,
  LiveCursorDocument,
  RoadUpdatesDocument,
  StockAlertsDocument,
  TrackRepairLiveDocument,
} from '../../client/generated/graphql';
import { newId } from '../../shared/ids';
import { trackingCodeOf } from '../api/bodyshop.fixtures';
import { createCustomer, createVehicle } from '../api/customers.fixtures';
import { openCard } from '../api/job-cards.fixtures';
import { from } from '../api/sign-in.fixtures';
import { useGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { typed } from '../harness/typed';
import { until } from '../harness/until';
import { begin } from '../security/begin.fixtures';

/** The client guide’s page on what is live: its documents, and the clients that it shows. */
const graph = useGraph();
let shop: Shop;
let manager: Member;
let vehicleId: string;

beforeAll(async () => {
  shop = await graph.shop();
  manager = await shop.staff('MANAGER');
  const { id } = await createCustomer(manager.client, { phone: '333 123 4567' });
  vehicleId = (await createVehicle(manager.client, { ownerId: id })).id;
});

const takeIn = async () => (await openCard(manager.client, vehicleId)).id;
const now = async () => (await typed(manager.client).ask(LiveCursorDocument, {})).liveCursor;
const authorization = () => ({ authorization: `Bearer ${manager.client.token}` });

test.each<[string, DocumentNode, object]>([
  ['the board', BoardUpdatesDocument, {}],
  ['the calendar', DiaryUpdatesDocument, {}],
  ['the road', RoadUpdatesDocument, {}],
  ['the bell', BellDocument, {}],
  ['what has to be bought', StockAlertsDocument, {}],
  ['the numbers', FiguresDocument, { period: 'DAY' }],
  ['an export', ExportProgressDocument, { exportJobId: newId() }],
])('%s can be subscribed to', async (_, document, variables) => {
  expect(await begin(graph, manager.client, print(document), { ...variables, after: await now() })).toEqual(
    [],
  );
});

test('a customer’s phone can follow a repair', async () => {
  const code = await trackingCodeOf(manager.client, await takeIn());
  const variables = { organisation: shop.slug, code, secondFactor: '4567' };
  expect(await begin(graph, from(graph), print(TrackRepairLiveDocument), variables)).toEqual([]);
});

/** Shows what comes, and keeps the cursor as the page says. */
function screen(after: string) {
  const variables: { after: string } = { after };
  const shown: string[] = [];
  const codes: unknown[] = [];
  return {
    shown,
    codes,
    payload: { query: print(BoardUpdatesDocument), variables },
    sink: {
      next({ data }: { data?: BoardUpdatesSubscription | null }) {
        variables.after = data!.jobCardUpdated.cursor;
        shown.push(data!.jobCardUpdated.jobCard.id);
      },
      error(errors: unknown) {
        codes.push((errors as { extensions: { code: string } }[])[0]!.extensions.code);
      },
      complete() {},
    },
  };
}

test('a socket that is lost is opened again, and tells what happened meanwhile, once', async () => {
  const client = createSockets({
    url: `${graph.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: async () => authorization(),
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: () => Promise.resolve(),
  });
  const { shown, payload, sink } = screen(await now());
  client.subscribe<BoardUpdatesSubscription>(payload, sink);
  const cards = [await takeIn()];
  await until('the first is shown', async () => shown.length === 1);
  client.terminate();
  cards.push(await takeIn(), await takeIn());
  await until('the others are shown', async () => shown.length >= 3);
  client.terminate();
  cards.push(await takeIn());
  await until('the last is shown', async () => shown.length >= 4);
  expect(shown).toEqual(cards);
  await client.dispose();
});

test('a stream tells the same, and says when a cursor is too old', async () => {
  const client = createStreams({
    url: `${graph.url}/graphql/stream`,
    headers: async () => authorization(),
    retryAttempts: 0,
  });
  const cursor = await now();
  const { shown, payload, sink } = screen(cursor);
  client.subscribe<BoardUpdatesSubscription>(payload, sink);
  const card = await takeIn();
  await until('it is shown', async () => shown.length === 1);
  expect(shown).toEqual([card]);
  client.dispose();
  await graph.sql('delete from platform.event where organisation_id = $1', [shop.id]);
  expect((await begin(graph, manager.client, payload.query, { after: cursor }))[0]!.extensions.code).toBe(
    'CURSOR_EXPIRED',
  );
});

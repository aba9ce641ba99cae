import fastify from 'fastify';
import pg from 'pg';
import { createVehicle } from './create-vehicle.mjs';
import { board, customer, page, searchCustomers, searchVehicles } from './queries.mjs';

/**
 * The floor: what a good programmer gets who writes one service for these questions and no others. No graph, no
 * row-level security, no permissions: a prepared statement each, and the service centres of whoever asks.
 */
const { PORT, DATABASE_URL, CALLERS } = process.env;
/**
 * Left to itself, PostgreSQL plans most of these anew each time, which takes it as long as running them. A search is
 * better off with a plan for its very words.
 */
const planOnce = new pg.Pool({
  connectionString: DATABASE_URL,
  max: 10,
  options: '-c plan_cache_mode=force_generic_plan',
});
const planAnew = new pg.Pool({ connectionString: DATABASE_URL, max: 10 });
const callers = JSON.parse(CALLERS);

const answer =
  (work, pool = planOnce) =>
  async (request) => ({
    data: await work(pool, request.body, callers[request.headers['x-caller']]),
  });
const app = fastify();
app.post('/board', answer(board));
app.post('/customer', answer(customer));
app.post('/searchCustomers', answer(searchCustomers, planAnew));
app.post('/searchVehicles', answer(searchVehicles, planAnew));
app.post('/page', answer(page));
app.post('/createVehicle', answer(createVehicle));
app.get('/healthz', async () => ({ status: 'ok' }));

await app.listen({ host: '127.0.0.1', port: Number(PORT) });

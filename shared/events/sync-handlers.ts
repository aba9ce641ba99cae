import type { SubgraphApp } from '../subgraph/app';

interface Connection {
  query(text: string, values: unknown[]): Promise<unknown>;
}

const SYNCHRONISE = `
with wanted as (select * from unnest($1::text[], $2::text[]) as w(event, handler)),
gone as (delete from platform.event_handler h
  where not exists (select from wanted w where w.event = h.event and w.handler = h.handler))
insert into platform.event_handler (event, handler) select event, handler from wanted on conflict do nothing`;

/** Brings the table of who handles which event in step with the code. Run as the owner, after migrations. */
export async function syncHandlers(client: Connection, apps: readonly SubgraphApp[]): Promise<void> {
  const handlers = apps.flatMap((app) => app.handlers);
  const names = handlers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two event handlers are called ${twice}.`);
  await client.query(SYNCHRONISE, [handlers.map(({ event }) => event), names]);
}

import type { SubgraphApp } from '../subgraph/app';

interface Connection {
  query(text: string, values: unknown[]): Promise<unknown>;
}

const SYNCHRONISE = `
with wanted as (select * from unnest($1::text[], $2::text[], $3::boolean[]) as w(event, handler, if_listened)),
gone as (delete from platform.event_handler h
  where not exists (select from wanted w where w.event = h.event and w.handler = h.handler))
insert into platform.event_handler as h (event, handler, if_listened) select event, handler, if_listened from wanted
  on conflict (event, handler) do update set if_listened = excluded.if_listened
    where h.if_listened <> excluded.if_listened`;

/** Brings the table of who handles which event in step with the code. Run as the owner, after migrations. */
export async function syncHandlers(client: Connection, apps: readonly SubgraphApp[]): Promise<void> {
  const handlers = apps.flatMap((app) => app.handlers);
  const names = handlers.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two event handlers are called ${twice}.`);
  await client.query(SYNCHRONISE, [
    handlers.map(({ event }) => event),
    names,
    handlers.map(({ ifListened }) => ifListened === true),
  ]);
}

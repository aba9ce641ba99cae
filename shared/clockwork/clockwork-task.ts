import type { JobHelpers, Task as Run } from 'graphile-worker';
import { workerContext } from '../events/event-task';
import { isId } from '../ids';
import type { Subgraph } from '../subgraph/subgraph';
import type { ClockworkItem, Span } from './clockwork';

/** The job that platform.tick makes for each organisation and item that is due. */
export const CLOCKWORK_TASK = 'clockwork';

const itemsOf = (subgraphs: readonly Subgraph[]) =>
  subgraphs.flatMap((subgraph) => (subgraph.app.clockwork ?? []).map((item) => ({ subgraph, item })));

/** Makes the jobs of what is due. Of an item that only a newer program knows, that one's worker makes them. */
export function tickTask(subgraphs: readonly Subgraph[]): Run {
  const items = itemsOf(subgraphs).map(({ item }) => item);
  const twice = items.find(({ name }, index) => items.findIndex((other) => other.name === name) !== index);
  if (twice) throw new Error(`Two items of clockwork are called ${twice.name}.`);
  const times = JSON.stringify(items.map(timesOf));
  return async (_payload, helpers) => {
    await helpers.query('select platform.tick($1, now())', [times]);
  };
}

export const timesOf = ({ name, at }: ClockworkItem) => ({
  name,
  every_minutes: 'everyMinutes' in at ? at.everyMinutes : null,
  daily: 'daily' in at ? at.daily : null,
});

export function clockworkTask(subgraphs: readonly Subgraph[]): Run {
  const known = new Map(itemsOf(subgraphs).map((entry) => [entry.item.name, entry]));
  return async (payload, helpers: JobHelpers) => {
    const { organisationId, name, span } = parse(payload);
    const found = known.get(name);
    if (!found) throw new Error(`This worker does not know the clockwork ${name}.`);
    await found.item.run(workerContext(found.subgraph, organisationId, helpers), span);
  };
}

function parse(payload: unknown): { organisationId: string; name: string; span: Span } {
  const { organisationId, item, since, until } = payload as Record<string, unknown>;
  const span = { since: new Date(String(since)), until: new Date(String(until)) };
  if (!isId(organisationId) || typeof item !== 'string' || !(span.since < span.until))
    throw new Error('A clockwork job without organisation, item or span.');
  return { organisationId, name: item, span };
}

import type { SubgraphName } from '../environment';
import type { EventHandler } from '../events/handler';
import { defineTask } from '../events/task';
import { isId } from '../ids';
import type { SubgraphApp } from '../subgraph/app';
import type { Context } from '../subgraph/context';
import type { PersonalData } from './personal-data';

/** A subgraph has collected its part of an export; the subject is the export. Payload: `subgraph`. */
export const PERSONAL_DATA_COLLECTED = 'PersonalDataCollected';
/** A subgraph has erased a person; the subject is the erasure. Payload: `subgraph`, `erased`, `kept`. */
export const PERSONAL_DATA_ERASED = 'PersonalDataErased';

/** A copy was asked for; the subject is the export. Payload: `personId`. */
export const PERSONAL_DATA_REQUESTED = 'PersonalDataRequested';

interface Collection {
  exportId: string;
  personId: string;
}

/** Where the part of a subgraph waits until the others are there too. */
export const partKey = (organisationId: string, exportId: string, subgraph: SubgraphName): string =>
  `${organisationId}/exports/${exportId}/${subgraph}`;

/**
 * How a subgraph takes part in exports and erasures, whatever it holds. `erased` is the event that says that a person
 * was erased, by whoever keeps the register of them: its subject is the person, its payload has `erasureId`. Null for
 * that subgraph itself.
 */
export function personalDataParts(
  subgraph: SubgraphName,
  data: PersonalData,
  erased: string | null,
): Required<Pick<SubgraphApp, 'personalData' | 'handlers' | 'tasks'>> {
  const task = `${subgraph}-personal-data`;
  return {
    personalData: data,
    handlers: [collecting(subgraph, task)].concat(erased ? [erasing(subgraph, data, erased)] : []),
    tasks: [
      defineTask<Collection>({
        name: task,
        parse: ({ exportId, personId }) => ({ exportId: id(exportId), personId: id(personId) }),
        run: (collection, context) => collect(subgraph, data, collection, context),
      }),
    ],
  };
}

const collecting = (subgraph: SubgraphName, task: string): EventHandler => ({
  event: PERSONAL_DATA_REQUESTED,
  name: `${subgraph}.collect-personal-data`,
  handle: async (tx, { subjectId, payload }) =>
    tx.enqueue({ task, payload: { exportId: subjectId, personId: id(payload.personId) } }),
});

const erasing = (subgraph: SubgraphName, data: PersonalData, event: string): EventHandler => ({
  event,
  name: `${subgraph}.erase-personal-data`,
  async handle(tx, { subjectId: personId, payload: { erasureId } }) {
    const { erased, kept } = await data.erase(tx, personId);
    tx.emit({
      name: PERSONAL_DATA_ERASED,
      subjectType: 'Erasure',
      subjectId: id(erasureId),
      payload: { subgraph, erased, kept },
    });
  },
});

/** Run again, it writes the same file and says so again. */
async function collect(
  subgraph: SubgraphName,
  data: PersonalData,
  { exportId, personId }: Collection,
  context: Context,
): Promise<void> {
  const sections = await data.export(context, personId);
  const key = partKey(context.identity.organisationId!, exportId, subgraph);
  await context.kernel.storage.write(key, Buffer.from(JSON.stringify(sections)), 'application/json');
  await context.transaction(async (tx) =>
    tx.emit({
      name: PERSONAL_DATA_COLLECTED,
      subjectType: 'Export',
      subjectId: exportId,
      payload: { subgraph },
    }),
  );
}

function id(value: unknown): string {
  if (!isId(value)) throw new Error('Personal data of nobody.');
  return value;
}

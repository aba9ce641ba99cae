import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badInput, conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import type { RunReportArgs, SaveReportInput } from './builder.input';
import { checkReport } from './compile-report';
import type { ReportDefinition } from './definition';
import { SavedReport } from './saved-report.entity';
import { ownReports, savedReports } from './saved-report.loader';

/** They are listed whole, so there is an end to them. */
const MOST_OWN = 100;
const MOST_LISTED = 500;

export const listSavedReports = ({ reader }: Context): Promise<SavedReport[]> =>
  reader.rows(savedReports, sql`true`, sql`order by lower(t.name), t.id limit ${MOST_LISTED}`);

/** Kept is only what its owner may ask. */
export async function saveReport(context: Context, input: SaveReportInput): Promise<SavedReport> {
  checkReport(context, input.definition, 'input.definition');
  const { idempotencyKey, expectedVersion, ...wanted } = input;
  const given = {
    name: wanted.name.trim(),
    shared: wanted.shared,
    definition: plain(wanted.definition),
  };
  const { id } = await context.once({ operation: 'saveReport', key: idempotencyKey, input }, async (tx) => {
    if (wanted.id) {
      const current = await tx.lock(ownReports, wanted.id, expectedVersion);
      return { id: (await tx.update(SavedReport, current, given)).id };
    }
    await requireRoom(tx);
    const { id: made } = await tx.insert(SavedReport, { ...given, userId: context.identity.actorId! });
    return { id: made };
  });
  return context.loadOrFail(savedReports, id);
}

export async function deleteReport(
  context: Context,
  id: string,
  expectedVersion: number | null,
): Promise<string> {
  await context.transaction(async (tx) =>
    tx.delete(SavedReport, await tx.lock(ownReports, id, expectedVersion)),
  );
  return id;
}

/** One of the two ways to say what a report tells. */
export async function definitionOf(
  context: Context,
  { definition, savedReportId }: Pick<RunReportArgs, 'definition' | 'savedReportId'>,
  path = '',
): Promise<ReportDefinition> {
  if (definition && !savedReportId) return definition;
  if (savedReportId && !definition) return (await context.loadOrFail(savedReports, savedReportId)).definition;
  const message = 'Give either a definition or a report that is kept.';
  throw badInput([{ path: `${path}definition`, code: 'EITHER', message }]);
}

/** One after the other, so that two that come at once do not both find the last place. */
async function requireRoom(tx: Transaction): Promise<void> {
  const owner = `saved reports ${tx.organisationId} ${tx.identity.actorId}`;
  await tx.query(sql`select pg_advisory_xact_lock(hashtextextended(${owner}, 0))`);
  const own = await tx.rows(ownReports, sql`true`, sql`limit ${MOST_OWN}`);
  if (own.length >= MOST_OWN) throw conflict(`One keeps at most ${MOST_OWN} reports.`, { reports: MOST_OWN });
}

/** Keys in the order that PostgreSQL keeps them in, so that the same report is seen to be the same. */
const plain = ({ sort, dataset, filters, measures, dimensions }: ReportDefinition): ReportDefinition => ({
  sort: sort ? { by: sort.by, descending: sort.descending } : null,
  dataset,
  filters: filters.map((filter) => ({ in: filter.in, dimension: filter.dimension })),
  measures,
  dimensions,
});

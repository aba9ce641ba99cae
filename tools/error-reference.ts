import { type CatalogueEntry, ERROR_CATALOGUE } from '../shared/errors';

/** schema/errors.md, from the catalogue. */
export function errorReference(): string {
  const rows = Object.entries<CatalogueEntry>(ERROR_CATALOGUE).map(
    ([code, { status, meaning, reference }]) =>
      `| \`${code}\` | ${status} | ${reference ? `\`${reference}\`` : '–'} | ${meaning} |`,
  );
  return [
    '# Errors',
    '',
    'Every error of the graph has `extensions.code` from this table and `extensions.requestId`. The HTTP status is',
    'that of a request which failed before it was executed; errors of single fields come with 200 and partial data.',
    '`extensions.reference` is the code that the product specification gave the same situation.',
    '',
    '| code | status | reference | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

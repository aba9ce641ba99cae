import { groupsOf } from './arithmetic';
import type { DocumentLine } from './document-line.entity';

type TaxedLine = Pick<
  DocumentLine,
  'taxCategory' | 'taxPercent' | 'taxReason' | 'currency' | 'netMinor' | 'taxMinor'
>;

/** What lines bear of each category and rate, in the order that these come in. */
export function taxTotals(lines: readonly TaxedLine[]): TaxedLine[] {
  return groupsOf(lines).map((members) => ({
    ...lines[members[0]!]!,
    netMinor: members.reduce((sum, n) => sum + lines[n]!.netMinor, 0),
    taxMinor: members.reduce((sum, n) => sum + lines[n]!.taxMinor, 0),
  }));
}

import { Decimal } from 'decimal.js';
import { reachOf } from '../../../../shared/access/identity';
import { formatDecimal } from '../../../../shared/format';
import type { Block } from '../../../../shared/pdf/blocks';
import { small, text } from '../../../../shared/pdf/design';
import type { Context } from '../../../../shared/subgraph/context';
import type { PartUnitName, SheetText } from './texts/sheet-text';
import { tickBox } from './tick-box';

/** A part that the job needs, as far as the reader may see it. */
export interface SheetPart {
  quantity: string;
  cancelled: string;
  returned: string;
  missing: string;
  part: { sku: string; name: string; unit: PartUnitName } | null;
  location: { name: string } | null;
}

export async function readSheetParts(context: Context, jobCardId: string): Promise<SheetPart[]> {
  const may = (permission: string) => reachOf(context.identity, permission) !== null;
  if (!may('jobParts:read')) return [];
  const selection = [
    'quantity cancelled returned missing',
    may('parts:read') ? 'part { sku name unit }' : '',
    may('stock:read') ? 'location { name }' : '',
  ];
  const [card] = await context.peers.entities<{ parts: Partial<SheetPart>[] | null }>(
    'inventory',
    'JobCard',
    [jobCardId],
    `parts { ${selection.join(' ')} }`,
  );
  return (card?.parts ?? [])
    .map((line) => ({ part: null, location: null, ...line }) as SheetPart)
    .filter((line) => neededOf(line).greaterThan(0));
}

const neededOf = ({ quantity, cancelled, returned }: SheetPart): Decimal =>
  new Decimal(quantity).minus(cancelled).minus(returned);

/** To be ticked off when they are taken from the shelf. */
export function partsTable(parts: readonly SheetPart[], said: SheetText, locale: string): Block[] {
  if (parts.length === 0) return [];
  const row = (line: SheetPart) => {
    const { part, location } = line;
    const unit = part ? said.partUnits[part.unit] : '';
    const missing = new Decimal(line.missing).greaterThan(0)
      ? [small(`${said.missing}: ${formatDecimal(line.missing, locale)} ${unit}`)]
      : [];
    return {
      cells: [
        tickBox,
        {
          kind: 'stack',
          blocks: [text(part?.name ?? '–'), ...(part ? [small(part.sku)] : []), ...missing],
        } satisfies Block,
        location?.name ?? '',
        `${formatDecimal(neededOf(line).toFixed(), locale)} ${unit}`.trim(),
      ],
    };
  };
  return [
    {
      kind: 'table',
      columns: [
        { head: '', width: { points: 10 } },
        { head: said.part, width: { share: 1 } },
        { head: said.place, width: { fit: 120 } },
        { head: said.quantity, width: { fit: 80 }, align: 'right' },
      ],
      rows: parts.map(row),
    },
  ];
}

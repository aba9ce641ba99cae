import { Decimal } from 'decimal.js';
import { formatDecimal } from '../../../../shared/format';
import type { Block, TableRow } from '../../../../shared/pdf/blocks';
import { small, text } from '../../../../shared/pdf/design';
import type { JobService } from '../services/job-service.entity';
import type { SheetText } from './texts/sheet-text';
import { tickBox, tickedBox } from './tick-box';

export type SheetService = Pick<
  JobService,
  'name' | 'description' | 'quantity' | 'labourHours' | 'status' | 'skipReason'
>;

/** To be ticked off when it is done. */
export function workTable(services: readonly SheetService[], said: SheetText, locale: string): Block[] {
  if (services.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { head: '', width: { points: 10 } },
        { head: said.service, width: { share: 1 } },
        { head: said.quantity, width: { fit: 60 }, align: 'right' },
        { head: said.hours, width: { fit: 60 }, align: 'right' },
      ],
      rows: services.map((service) => rowOf(service, said, locale)),
    },
  ];
}

function rowOf(service: SheetService, said: SheetText, locale: string): TableRow {
  const { name, description, quantity, labourHours, status, skipReason } = service;
  const skipped = status === 'SKIPPED' ? [small([said.skipped, skipReason].filter(Boolean).join(': '))] : [];
  return {
    cells: [
      status === 'COMPLETED' ? tickedBox : tickBox,
      {
        kind: 'stack',
        blocks: [text(name), ...(description ? [small(description)] : []), ...skipped],
      },
      formatDecimal(quantity, locale),
      labourHours === null ? '' : formatDecimal(new Decimal(labourHours).times(quantity).toFixed(), locale),
    ],
  };
}

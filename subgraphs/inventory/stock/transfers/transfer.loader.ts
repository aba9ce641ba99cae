import { everyone, type Readable, readable, type Viewer } from '../../../../shared/database/readable';
import { idList, raw, type Sql, sql } from '../../../../shared/database/sql';
import { StockTransfer, StockTransferLine } from './transfer.entity';

/** Seen by those who work at either end of it. `transfer` is the table's alias. */
function visibleTransfer({ identity }: Viewer, transfer = raw('t')): Sql {
  if (identity.serviceCentreIds === null) return sql`true`;
  const own = sql`array(select l.id from inventory.stock_location l
    where l.service_centre_id = any(${idList(identity.serviceCentreIds)}::uuid[]))`;
  return sql`(${transfer}.from_location_id = any(${own}) or ${transfer}.to_location_id = any(${own}))`;
}

export const transfers = readable({
  entity: StockTransfer,
  permission: 'transfers:read',
  called: 'Transfer',
  visible: (viewer) => visibleTransfer(viewer),
});

export const transfersFor = (permission: string): Readable<StockTransfer> =>
  readable({ ...transfers, permission });

/** Seen with their transfer. */
export const transferLines = readable({
  entity: StockTransferLine,
  permission: 'transfers:read',
  called: 'Line',
  visible: (viewer) =>
    viewer.identity.serviceCentreIds === null
      ? sql`true`
      : sql`exists (select from inventory.stock_transfer s where s.organisation_id = t.organisation_id
          and s.id = t.transfer_id and ${visibleTransfer(viewer, raw('s'))})`,
});

/** For the commands on a transfer that is locked. */
export const everyTransferLine = readable({ ...transferLines, permission: null, visible: everyone });

import { everyone, type Readable, readable, type Viewer } from '../../../../shared/database/readable';
import { type Sql, sql } from '../../../../shared/database/sql';
import { inOwnLocations, inVisibleLocations } from '../stock-location.loader';
import { Stocktake, StocktakeLine } from './stocktake.entity';
import { StocktakeLineChoice } from './stocktake.input';

const visibleStocktake = (viewer: Viewer) => inVisibleLocations(viewer, sql`t.location_id`);

export const stocktakes = readable({
  entity: Stocktake,
  permission: 'stock:read',
  called: 'Stocktake',
  visible: visibleStocktake,
});

/** Of the places where somebody may change stock. */
export const stocktakesFor = (permission: string): Readable<Stocktake> =>
  readable({ ...stocktakes, permission, visible: (viewer) => inOwnLocations(viewer, sql`t.location_id`) });

/** Seen with their stocktake. */
const visibleLine = (viewer: Viewer): Sql =>
  viewer.identity.serviceCentreIds === null
    ? sql`true`
    : sql`exists (select from inventory.stocktake s where s.organisation_id = t.organisation_id
        and s.id = t.stocktake_id and ${inVisibleLocations(viewer, sql`s.location_id`)})`;

const lines = (called: string, which: Sql): Readable<StocktakeLine> =>
  readable({
    entity: StocktakeLine,
    permission: 'stock:read',
    called,
    visible: (viewer) => sql`${which} and ${visibleLine(viewer)}`,
  });

export const stocktakeLines: Readonly<Record<StocktakeLineChoice, Readable<StocktakeLine>>> = {
  [StocktakeLineChoice.ALL]: lines('Line', sql`true`),
  [StocktakeLineChoice.COUNTED]: lines('Counted line', sql`t.counted is not null`),
  [StocktakeLineChoice.UNCOUNTED]: lines('Uncounted line', sql`t.counted is null`),
  [StocktakeLineChoice.DIFFERING]: lines('Differing line', sql`t.counted <> t.on_hand_at_count`),
};

/** For the commands on a stocktake that is locked. */
export const everyStocktakeLine = readable({ ...stocktakeLines.ALL, permission: null, visible: everyone });

import { sql } from '../../../../shared/database/sql';
import { ofPlaces } from '../../scope/centres';
import { around, count, type Dataset, decimal, money, onDays, record, word } from '../dataset';

/** What lies in a central warehouse has no service centre, and the organisation's calendar. */
const ZONE = sql`coalesce(centres.zone, o.time_zone)`;
const DAY = sql`(t.created_at at time zone ${ZONE})::date`;

const STOCK_MOVEMENTS: Dataset = {
  permission: 'stock:read',
  means: 'What went into stock and out of it, by day.',
  from: ({ scope, days }) => sql`inventory.report_stock_location l
    join customer.report_organisation o on o.organisation_id = l.organisation_id
    left join centres on centres.centre_id = l.service_centre_id
    join inventory.report_stock_movement t on t.location_id = l.id
    where ${ofPlaces(scope, sql`l`)} and ${around(sql`t.created_at`, days, ZONE)} and ${onDays(DAY, days)}`,
  day: DAY,
  currency: sql`t.cost_currency`,
  dimensions: {
    PART: record(
      'Part',
      sql`t.part_id`,
      'The part.',
      sql`(select p.sku from inventory.report_part p where p.id = t.part_id)`,
    ),
    LOCATION: record('StockLocation', sql`l.id`, 'The place.', sql`l.name`),
    KIND: word(sql`t.kind`, 'What kind of movement.'),
  },
  measures: {
    MOVEMENTS: count('Movements.'),
    QUANTITY: decimal('Pieces that came, less those that went.', sql`sum(t.quantity)`),
    // Rounded for each movement, as the figure of what parts cost is.
    COST: {
      ...money(
        'What they cost that came, less those that went.',
        sql`coalesce(sum(round(t.quantity * t.unit_cost)), 0)`,
      ),
      permission: 'stock:cost',
    },
  },
};

export const stockDatasets = { STOCK_MOVEMENTS };

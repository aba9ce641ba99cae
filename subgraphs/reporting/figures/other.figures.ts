import { sql } from '../../../shared/database/sql';
import { between, dayOf, type FigureSource, happened } from './source';

/**
 * What moved in the stores of a service centre, by kind, and what parts cost that jobs and orders took, less what came
 * back; each movement rounded once, so that sums agree. What has no price counts, and comes to nothing.
 */
const inventoryFigures: FigureSource[] = [
  {
    figures: ['STOCK_MOVED', 'PARTS_COST'],
    rows: sql`select f.figure, w.centre_id, ${dayOf(sql`m.created_at`)}, f.dim, coalesce(m.cost_currency, ''), count(*),
        sum(f.amount)
      from w join inventory.report_stock_location l on l.service_centre_id = w.centre_id
      cross join lateral (select x.* from inventory.report_stock_movement x
        where x.location_id = l.id and ${between(sql`x.created_at`)} offset 0) m
      cross join lateral (values ('STOCK_MOVED', m.kind, coalesce(round(m.quantity * m.unit_cost), 0)),
        ('PARTS_COST', '', case when m.kind in ('ISSUE', 'RETURN') and m.reference_type in ('JOB_CARD', 'COUNTER_ORDER')
          then round(-m.quantity * m.unit_cost) end)) as f(figure, dim, amount)
      where f.amount is not null group by 1, 2, 3, 4, 5`,
  },
];

const customerFigures: FigureSource[] = [
  {
    figures: ['RATED', 'RATED_TECHNICIAN'],
    rows: sql`select f.figure, w.centre_id, ${dayOf(sql`t.created_at`)}, f.dim, '', count(*), sum(t.rating)
      from ${happened(sql`customer.report_feedback`, sql`created_at`)} cross join lateral (values
        ('RATED', t.rating::text), ('RATED_TECHNICIAN', coalesce(t.technician_id::text, ''))) as f(figure, dim)
      group by 1, 2, 3, 4`,
  },
  {
    figures: ['LEADS_CREATED'],
    rows: sql`select 'LEADS_CREATED', w.centre_id, ${dayOf(sql`t.created_at`)}, t.source, '', count(*), 0
      from ${happened(sql`customer.report_lead`, sql`created_at`)} group by 2, 3, 4`,
  },
  {
    figures: ['LEADS_CONVERTED'],
    rows: sql`select 'LEADS_CONVERTED', w.centre_id, ${dayOf(sql`t.converted_at`)}, t.source, '', count(*), 0
      from ${happened(sql`customer.report_lead`, sql`converted_at`)} group by 2, 3, 4`,
  },
];

export const otherFigures: readonly FigureSource[] = [...inventoryFigures, ...customerFigures];

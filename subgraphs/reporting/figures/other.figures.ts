import { sql } from '../../../shared/database/sql';
import { between, dayOf, type FigureSource, happened } from './source';

/** What parts cost that jobs and orders took, less what came back; each movement rounded once, so that sums agree. */
const inventoryFigures: FigureSource[] = [
  {
    figures: ['PARTS_COST'],
    rows: sql`select 'PARTS_COST', w.centre_id, ${dayOf(sql`m.created_at`)}, '', m.cost_currency, count(*),
        sum(round(-m.quantity * m.unit_cost))
      from w join inventory.report_stock_location l on l.service_centre_id = w.centre_id
      cross join lateral (select x.* from inventory.report_stock_movement x
        where x.location_id = l.id and ${between(sql`x.created_at`)} offset 0) m
      where m.kind in ('ISSUE', 'RETURN') and m.reference_type in ('JOB_CARD', 'COUNTER_ORDER')
        and m.unit_cost is not null group by 2, 3, 5`,
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

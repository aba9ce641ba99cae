import type { Invariant } from '../../../shared/invariants/invariant';
import {
  documentInvariants,
  type Paper,
  seriesInvariant,
  taxInvariants,
} from '../documents/documents.invariants';

const INVOICES: Paper = {
  called: 'Invoices',
  table: 'billing.invoice',
  lines: 'billing.invoice_line',
  parent: 'invoice_id',
};

/** What an issued invoice bears follows from its lines, what is left of it from its credit notes. */
export const invoicesInvariants: Invariant[] = [
  seriesInvariant('Invoices', 'billing.invoice'),
  ...documentInvariants(INVOICES),
  ...taxInvariants(INVOICES),
  {
    name: 'An issued invoice bears of each rate what its lines bear',
    breaches: `
      select i.number || ', ' || coalesce(g.tax_percent, l.tax_percent) || ' %: ' || coalesce(g.net_minor, 0) || ' and '
        || coalesce(g.tax_minor, 0) || ' of tax; its lines ' || coalesce(l.net, 0) || ' and ' || coalesce(l.tax, 0) as what
      from (select organisation_id, invoice_id, tax_category, tax_percent, sum(net_minor) as net, sum(tax_minor) as tax
          from billing.invoice_line group by 1, 2, 3, 4) l
        full join billing.invoice_tax_group g on g.organisation_id = l.organisation_id and g.invoice_id = l.invoice_id
          and g.tax_category = l.tax_category and g.tax_percent = l.tax_percent
        join billing.invoice i on i.organisation_id = coalesce(g.organisation_id, l.organisation_id)
          and i.id = coalesce(g.invoice_id, l.invoice_id)
      where i.status = 'ISSUED' and (g.net_minor, g.tax_minor) is distinct from (l.net, l.tax)`,
  },
  {
    name: 'What is credited of each rate is what the credit notes took, and never more than there was',
    breaches: `
      select i.number || ', ' || g.tax_percent || ' %: ' || g.credited_net_minor || ' and ' || g.credited_tax_minor
        || ' of tax credited; by the credit notes ' || coalesce(c.net, 0) || ' and ' || coalesce(c.tax, 0) || '; it bore '
        || g.net_minor || ' and ' || g.tax_minor as what
      from billing.invoice_tax_group g
        join billing.invoice i on i.organisation_id = g.organisation_id and i.id = g.invoice_id
        left join (select n.organisation_id, n.invoice_id, l.tax_category, l.tax_percent, sum(l.net_minor) as net,
            sum(l.tax_minor) as tax
          from billing.credit_note n join billing.credit_note_line l
            on l.organisation_id = n.organisation_id and l.credit_note_id = n.id group by 1, 2, 3, 4) c
          on c.organisation_id = g.organisation_id and c.invoice_id = g.invoice_id and c.tax_category = g.tax_category
            and c.tax_percent = g.tax_percent
      where (g.credited_net_minor, g.credited_tax_minor) <> (coalesce(c.net, 0), coalesce(c.tax, 0))
        or g.credited_net_minor > g.net_minor or g.credited_tax_minor > g.tax_minor`,
  },
  {
    name: 'What is credited of an invoice is the sum of its credit notes',
    breaches: `
      select i.number || ': ' || i.credited_minor || ' credited, ' || coalesce(sum(n.total_minor), 0)
        || ' by the credit notes' as what
      from billing.invoice i left join billing.credit_note n
        on n.organisation_id = i.organisation_id and n.invoice_id = i.id
      where i.status = 'ISSUED' group by i.organisation_id, i.id
      having i.credited_minor <> coalesce(sum(n.total_minor), 0)`,
  },
];

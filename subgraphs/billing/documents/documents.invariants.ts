import type { Invariant } from '../../../shared/invariants/invariant';

/** A kind of document, as its tables are called. */
export interface Paper {
  /** Plural, as a sentence begins: `Invoices`. */
  called: string;
  table: string;
  lines: string;
  /** The column of a line that names its document. */
  parent: string;
}

const sums = ({ table, lines, parent }: Paper): string => `
  select coalesce(d.number, 'the draft ' || d.id) as number, d.subtotal_minor, d.discount_total_minor, d.net_minor,
    d.tax_minor, coalesce(sum(l.amount_minor), 0) as amounts, coalesce(sum(l.share_minor), 0) as shares,
    coalesce(sum(l.net_minor), 0) as nets, coalesce(sum(l.tax_minor), 0) as taxes
  from ${table} d left join ${lines} l on l.organisation_id = d.organisation_id and l.${parent} = d.id
  group by d.organisation_id, d.id`;

/** Per cent of the net amount, or of what a price has in it; numeric is rounded half away from zero. */
const TAX = `round(case when d.prices_include_tax then (net + tax) * percent / (100 + percent) else net * percent / 100 end)`;

/** Whatever kind of document: its totals are its lines, and its tax is that of what it is on. */
export const documentInvariants = (paper: Paper): Invariant[] => [
  {
    name: `${paper.called} come to the sum of their lines, in every amount`,
    breaches: `
      select number || ': ' || subtotal_minor || ', ' || discount_total_minor || ' off, ' || net_minor || ' and '
        || tax_minor || ' of tax; its lines ' || amounts || ', ' || shares || ' off, ' || nets || ' and ' || taxes as what
      from (${sums(paper)}) s
      where (subtotal_minor, discount_total_minor, net_minor, tax_minor) <> (amounts, shares, nets, taxes)`,
  },
];

/** Credit notes are not among them: the last one takes what is left. */
export const taxInvariants = ({ called, table, lines, parent }: Paper): Invariant[] => [
  {
    name: `The tax of ${called.toLowerCase()} is that of each rate’s sum, or of each line’s where lines are rounded`,
    breaches: `
      select coalesce(d.number, 'the draft ' || d.id) || ', ' || g.percent || ' %: ' || g.tax || ' of tax on ' || g.net as what
      from ${table} d join (
        select l.organisation_id, l.${parent} as document_id, l.tax_category as category, l.tax_percent as percent,
          case when p.tax_per_line then l.id end as line_id, sum(l.net_minor) as net, sum(l.tax_minor) as tax
        from ${lines} l join ${table} p on p.organisation_id = l.organisation_id and p.id = l.${parent}
        group by 1, 2, 3, 4, 5) g
        on g.organisation_id = d.organisation_id and g.document_id = d.id
      where g.tax <> ${TAX}`,
  },
];

/** Of a numbered series: each service centre counts from one on, and leaves none out. */
export const seriesInvariant = (called: string, table: string): Invariant => ({
  name: `${called} are numbered without a gap in each service centre`,
  breaches: `
    select n.service_centre_id || ': ' || count(*) || ' numbers, from ' || min(n.sequence) || ' to ' || max(n.sequence) as what
    from ${table} n where n.sequence is not null
    group by n.organisation_id, n.service_centre_id
    having count(distinct n.sequence) <> count(*) or min(n.sequence) <> 1 or max(n.sequence) <> count(*)`,
});

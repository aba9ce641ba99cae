import { type Sql, sql } from '../../../shared/database/sql';
import { ERASED_TEXT, type PersonalData, together } from '../../../shared/personal-data/personal-data';
import { personalRecords } from '../../../shared/personal-data/personal-records';
import { quotationLines, quotations } from './quotation.loader';

const ofCustomer = (customerId: string): Sql => sql`exists (select from billing.quotation q
  where q.organisation_id = t.organisation_id and q.id = t.quotation_id and q.customer_id = ${customerId})`;

const lines = personalRecords({
  section: 'quotationLines',
  table: 'billing.quotation_line',
  type: quotationLines,
  of: ofCustomer,
  erased: () => ({ description: ERASED_TEXT, code: null }),
});

const papers = personalRecords({
  section: 'quotations',
  table: 'billing.quotation',
  type: quotations,
  of: (customerId) => sql`t.customer_id = ${customerId}`,
  erased: () => ({ notes: null, decisionReason: null, buyer: null, vehicleThen: null }),
  keptBecause: 'Shows how much was offered and taken; what it was, to whom and for which vehicle is erased.',
});

export const quotesPersonalData: PersonalData = together(lines, papers);

import { organisationRecordsParts } from '../../shared/organisation-records/parts';
import { personalDataParts } from '../../shared/personal-data/parts';
import { together } from '../../shared/personal-data/personal-data';
import { joinParts } from '../../shared/subgraph/parts';
import { accountsParts } from './accounts/accounts.parts';
import { creditNotesParts } from './credit-notes/credit-notes.parts';
import { creditNotesPersonalData } from './credit-notes/credit-notes.personal-data';
import { documentListParts } from './document-list/document-list.parts';
import { invoicesParts } from './invoices/invoices.parts';
import { invoicesPersonalData } from './invoices/invoices.personal-data';
import { paymentsParts } from './payments/payments.parts';
import { paymentsPersonalData } from './payments/payments.personal-data';
import { printParts } from './print/print.parts';
import { printPersonalData } from './print/print.personal-data';
import { quotesParts } from './quotes/quotes.parts';
import { quotesPersonalData } from './quotes/quotes.personal-data';
import { taxParts } from './tax/tax.parts';

export const billingApp = joinParts('billing', [
  taxParts,
  quotesParts,
  invoicesParts,
  creditNotesParts,
  paymentsParts,
  documentListParts,
  accountsParts,
  printParts,
  personalDataParts(
    'billing',
    together(
      printPersonalData,
      quotesPersonalData,
      invoicesPersonalData,
      creditNotesPersonalData,
      paymentsPersonalData,
    ),
    'CustomerErased',
  ),
  organisationRecordsParts('billing'),
]);

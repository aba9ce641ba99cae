import { badField } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { Quotation } from './quotation.entity';
import { quotationReference } from './quotation.reference';
import {
  QuotationConversionResolver,
  QuotationDocumentFields,
  QuotationLineFields,
  QuotationResolver,
} from './quotation.resolver';
import { QuotationCommands } from './quotation-commands.resolver';
import { QuotationLine } from './quotation-line.entity';
import { quotesInvariants } from './quotes.invariants';

/** Offers to customers, from the draft to what they become. */
export const quotesParts = {
  entities: [Quotation, QuotationLine],
  resolvers: [
    QuotationResolver,
    QuotationDocumentFields,
    QuotationLineFields,
    QuotationCommands,
    QuotationConversionResolver,
  ],
  references: [quotationReference],
  invariants: quotesInvariants,
  constraints: {
    quotation_number: () =>
      badField(
        'input.serviceCentreId',
        'NUMBER_TAKEN',
        'Another service centre had this code before: give the centre a new one.',
      ),
  },
} satisfies Parts;

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Row } from '../../../shared/database/readable';
import { Context } from '../../../shared/subgraph/context';
import { Quotation } from '../quotes/quotation.entity';
import { printableQuotation } from './print-quotation';
import { printUrl } from './print-url';
import { printedDocument } from './printed-document';

@Resolver(() => Quotation)
export class QuotationPdfResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to fetch it as a PDF, with lines to sign on, for 15 minutes. Of one that was sent it is always the same ' +
      'file, as it was sent; a draft is marked as one. Made when it is asked for: null, with an error, when it cannot ' +
      'be made now, and null when it is to somebody who was erased.',
  })
  async pdfUrl(@Root() quotation: Row<Quotation>, @Ctx() context: Context): Promise<string | null> {
    const document = await printableQuotation(context, quotation);
    return document && printUrl(context, quotation.organisationId, document, printedDocument(document));
  }
}

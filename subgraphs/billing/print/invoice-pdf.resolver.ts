import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Row } from '../../../shared/database/readable';
import { Context } from '../../../shared/subgraph/context';
import { Invoice } from '../invoices/invoice.entity';
import { printableInvoice } from './print-invoice';
import { printUrl } from './print-url';
import { printedDocument } from './printed-document';

@Resolver(() => Invoice)
export class InvoicePdfResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to fetch it as a PDF, for 15 minutes. Of an issued invoice it is always the same file, as it was issued; ' +
      'a draft is marked as one. Made when it is asked for: null, with an error, when it cannot be made now, and null ' +
      'for a draft to somebody who was erased.',
  })
  async pdfUrl(@Root() invoice: Row<Invoice>, @Ctx() context: Context): Promise<string | null> {
    const document = await printableInvoice(context, invoice);
    return document && printUrl(context, invoice.organisationId, document, printedDocument(document));
  }
}

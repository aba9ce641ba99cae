import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Row } from '../../../shared/database/readable';
import { Context } from '../../../shared/subgraph/context';
import { Receipt } from '../payments/receipts/receipt.entity';
import { printableReceipt } from './print-receipt';
import { printUrl } from './print-url';
import { printedReceipt } from './printed-receipt';

@Resolver(() => Receipt)
export class ReceiptPdfResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to fetch it as a PDF, for 15 minutes: always the same file. Made when it is asked for: null, with an ' +
      'error, when it cannot be made now.',
  })
  pdfUrl(@Root() receipt: Row<Receipt>, @Ctx() context: Context): Promise<string> {
    const document = printableReceipt(receipt);
    return printUrl(context, receipt.organisationId, document, printedReceipt(document));
  }
}

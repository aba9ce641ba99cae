import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Row } from '../../../shared/database/readable';
import { Context } from '../../../shared/subgraph/context';
import { CreditNote } from '../credit-notes/credit-note.entity';
import { printableCreditNote } from './print-credit-note';
import { printUrl } from './print-url';
import { printedDocument } from './printed-document';

@Resolver(() => CreditNote)
export class CreditNotePdfResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to fetch it as a PDF, for 15 minutes: always the same file. Made when it is asked for: null, with an ' +
      'error, when it cannot be made now.',
  })
  async pdfUrl(@Root() note: Row<CreditNote>, @Ctx() context: Context): Promise<string> {
    const document = await printableCreditNote(context, note);
    return printUrl(context, note.organisationId, document, printedDocument(document));
  }
}

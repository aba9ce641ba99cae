import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { documentFields, lineFields } from '../documents/document-fields';
import { Invoice } from '../invoices/invoice.entity';
import { invoices } from '../invoices/invoice.loader';
import { CreditInvoiceInput, CreditNoteFilter } from './credit.input';
import { creditInvoice } from './credit-invoice';
import { CreditNote } from './credit-note.entity';
import { creditNoteLines, creditNotes } from './credit-note.loader';
import { CreditNoteLine } from './credit-note-line.entity';
import { listCreditNotes, NEWEST } from './list-credit-notes';
import { sendCreditNote } from './send-credit-note';

const CreditNoteConnection = connectionOf(CreditNote, 'CreditNote');
const ID_OF_NOTE = { description: 'The credit note.' };

export const CreditNoteDocumentFields = documentFields(CreditNote, {
  line: CreditNoteLine,
  lines: creditNoteLines,
  parent: 'creditNoteId',
});
export const CreditNoteLineFields = lineFields(CreditNoteLine);

@Resolver(() => CreditNote)
export class CreditNoteResolver {
  @Query(() => CreditNote, {
    nullable: true,
    description: 'One credit note; null when there is none that you may see.',
  })
  @Permission('invoices:read')
  creditNote(
    @Arg('id', () => ID, ID_OF_NOTE) id: string,
    @Ctx() context: Context,
  ): Promise<CreditNote | null> {
    return context.load(creditNotes, id);
  }

  @Query(() => CreditNoteConnection, { description: 'The credit notes that you may see, the newest first.' })
  @Permission('invoices:read')
  creditNotes(
    @Arg('filter', () => CreditNoteFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: CreditNoteFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<CreditNote>> {
    return listCreditNotes(context, filter, page);
  }

  @Reads<CreditNote>('invoiceId')
  @FieldResolver(() => Invoice, {
    nullable: true,
    description: 'The invoice that it takes back; null when not yours to see.',
  })
  invoice(@Root() { invoiceId }: Row<CreditNote>, @Ctx() context: Context): Promise<Invoice | null> {
    return context.load(invoices, invoiceId);
  }

  @Mutation(() => CreditNote, {
    description:
      'Issues a credit note: for all that is left of an invoice, for some of its lines, or for amounts of them. Never more than is left.',
  })
  @Permission('invoices:credit')
  creditInvoice(
    @Arg('invoiceId', () => ID, { description: 'The invoice; one that was issued.' }) invoiceId: string,
    @Arg('input', { description: 'What is taken back, and why.' }) input: CreditInvoiceInput,
    @Ctx() context: Context,
  ): Promise<CreditNote> {
    return creditInvoice(context, invoiceId, input);
  }

  @Mutation(() => CreditNote, { description: 'Sends a credit note to the customer, again if need be.' })
  @Permission('invoices:issue')
  sendCreditNote(@Arg('id', () => ID, ID_OF_NOTE) id: string, @Ctx() context: Context): Promise<CreditNote> {
    return sendCreditNote(context, id);
  }
}

@Resolver(() => Invoice)
export class InvoiceCreditNotesResolver {
  @Reads<Invoice>('id')
  @FieldResolver(() => [CreditNote], {
    description: 'What took it back, in whole or in part, the newest first.',
  })
  creditNotes(@Root() { id }: Row<Invoice>, @Ctx() context: Context): Promise<CreditNote[]> {
    return context.childrenOf(creditNotes, 'invoiceId', id, NEWEST);
  }
}

import { IsInt, IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { LineArgs, NewLineArgs } from '../documents/line.args';
import { DocumentLineInput, UpdateDocumentLineInput } from '../documents/line.input';
import { cancelInvoice, updateInvoice } from './change-invoice';
import { createInvoice } from './create-invoice';
import { addInvoiceLine, removeInvoiceLine, updateInvoiceLine } from './edit-invoice-lines';
import { createInvoiceFromCounterOrder } from './from-work/counter-order';
import { createInvoiceFromJobCard } from './from-work/job-card';
import { Invoice } from './invoice.entity';
import { CreateInvoiceInput, UpdateInvoiceInput } from './invoice.input';
import { issueInvoice } from './issue-invoice';
import { sendInvoice } from './send-invoice';

const ID_OF_INVOICE = { description: 'The invoice.' };
const VERSION = {
  nullable: true,
  description: 'The version you saw; CONFLICT when it is another by now.',
};

@ArgsType()
class IssueArgs {
  @Field(() => ID, ID_OF_INVOICE)
  id!: string;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@ArgsType()
class CancelArgs {
  @Field(() => ID, ID_OF_INVOICE)
  id!: string;

  @Field({ description: 'Why the draft is given up.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
class FromCounterOrderArgs {
  @Field(() => ID, { description: 'The order; one that is DELIVERED.' })
  @IsUUID()
  counterOrderId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Who is billed, where somebody walked in without a name.',
  })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;
}

@Resolver()
export class InvoiceCommands {
  @Mutation(() => Invoice, { description: 'Writes an invoice by hand, as a draft.' })
  @Permission('invoices:create')
  createInvoice(
    @Arg('input', { description: 'Who is billed for what.' }) input: CreateInvoiceInput,
    @Ctx() context: Context,
  ): Promise<Invoice> {
    return createInvoice(context, input);
  }

  @Mutation(() => Invoice, {
    description:
      'The invoice for a completed job, as a draft out of its services, labour and parts. Where there is one already, as ' +
      'completing the job makes it, it is that one. Technicians bill the jobs that are theirs.',
  })
  @Permission('invoices:create')
  createInvoiceFromJobCard(
    @Arg('jobCardId', () => ID, { description: 'The job; one that is completed.' }) jobCardId: string,
    @Ctx() context: Context,
  ): Promise<Invoice> {
    return createInvoiceFromJobCard(context, jobCardId);
  }

  @Mutation(() => Invoice, {
    description:
      'The invoice for an order that was handed over, as a draft out of its lines. Where there is one already, as handing ' +
      'the order over makes it for a customer, it is that one.',
  })
  @Permission('invoices:create')
  createInvoiceFromCounterOrder(
    @Args() { counterOrderId, customerId }: FromCounterOrderArgs,
    @Ctx() context: Context,
  ): Promise<Invoice> {
    return createInvoiceFromCounterOrder(context, counterOrderId, customerId ?? null);
  }

  @Mutation(() => Invoice, { description: 'Changes what a draft says beside its lines.' })
  @Permission('invoices:update')
  updateInvoice(
    @Arg('id', () => ID, ID_OF_INVOICE) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateInvoiceInput,
    @Ctx() context: Context,
  ): Promise<Invoice> {
    return updateInvoice(context, id, input);
  }

  @Mutation(() => Invoice, { description: 'Adds a line at the end of a draft.' })
  @Permission('invoices:update')
  addInvoiceLine(
    @Args() args: NewLineArgs,
    @Arg('input', { description: 'The line.' }) input: DocumentLineInput,
    @Ctx() context: Context,
  ): Promise<Invoice> {
    return addInvoiceLine(context, args, input);
  }

  @Mutation(() => Invoice, { description: 'Changes one line of a draft.' })
  @Permission('invoices:update')
  updateInvoiceLine(
    @Args() args: LineArgs,
    @Arg('input', { description: 'What changes.' }) input: UpdateDocumentLineInput,
    @Ctx() context: Context,
  ): Promise<Invoice> {
    return updateInvoiceLine(context, args, input);
  }

  @Mutation(() => Invoice, { description: 'Takes one line out of a draft.' })
  @Permission('invoices:update')
  removeInvoiceLine(@Args() args: LineArgs, @Ctx() context: Context): Promise<Invoice> {
    return removeInvoiceLine(context, args);
  }

  @Mutation(() => Invoice, {
    description:
      'Issues a draft: it gets its number, states who bills whom by which terms as of today, and never changes again.',
  })
  @Permission('invoices:issue')
  issueInvoice(@Args() args: IssueArgs, @Ctx() context: Context): Promise<Invoice> {
    return issueInvoice(context, args);
  }

  @Mutation(() => Invoice, {
    description: 'Gives a draft up. Again: nothing happens. What is issued is credited instead.',
  })
  @Permission('invoices:cancel')
  cancelInvoice(@Args() args: CancelArgs, @Ctx() context: Context): Promise<Invoice> {
    return cancelInvoice(context, args);
  }

  @Mutation(() => Invoice, { description: 'Sends an issued invoice to the customer, again if need be.' })
  @Permission('invoices:issue')
  sendInvoice(@Arg('id', () => ID, ID_OF_INVOICE) id: string, @Ctx() context: Context): Promise<Invoice> {
    return sendInvoice(context, id);
  }
}

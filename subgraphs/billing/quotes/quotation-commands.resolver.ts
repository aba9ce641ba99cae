import { IsInt, IsOptional, Length } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { LineArgs, NewLineArgs } from '../documents/line.args';
import { DocumentLineInput, UpdateDocumentLineInput } from '../documents/line.input';
import {
  addQuotationLine,
  removeQuotationLine,
  updateQuotation,
  updateQuotationLine,
} from './change-quotation';
import { convertQuotation } from './convert-quotation';
import { createQuotation } from './create-quotation';
import { acceptQuotation, rejectQuotation } from './decide-quotation';
import { Quotation } from './quotation.entity';
import { ConversionKind } from './quotation.enums';
import { CreateQuotationInput, UpdateQuotationInput } from './quotation.input';
import { approveQuotation, sendQuotation } from './send-quotation';

const ID_OF_QUOTATION = { description: 'The quotation.' };

@ArgsType()
class QuotationArgs {
  @Field(() => ID, ID_OF_QUOTATION)
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
class SendArgs extends QuotationArgs {
  @Field({
    defaultValue: true,
    description:
      'Whether the customer is written to, with a link to accept by; false when it is handed over.',
  })
  notify!: boolean;
}

@ArgsType()
class DecisionArgs extends QuotationArgs {
  @Field(() => String, { nullable: true, description: 'What is to be said about it.' })
  @IsOptional()
  @Length(1, 1000)
  reason?: string | null;
}

@Resolver()
export class QuotationCommands {
  @Mutation(() => Quotation, { description: 'Writes a quotation, as a draft.' })
  @Permission('quotations:create')
  createQuotation(
    @Arg('input', { description: 'What is offered to whom.' }) input: CreateQuotationInput,
    @Ctx() context: Context,
  ): Promise<Quotation> {
    return createQuotation(context, input);
  }

  @Mutation(() => Quotation, { description: 'Changes what a draft says beside its lines.' })
  @Permission('quotations:update')
  updateQuotation(
    @Arg('id', () => ID, ID_OF_QUOTATION) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateQuotationInput,
    @Ctx() context: Context,
  ): Promise<Quotation> {
    return updateQuotation(context, id, input);
  }

  @Mutation(() => Quotation, { description: 'Adds a line at the end of a draft.' })
  @Permission('quotations:update')
  addQuotationLine(
    @Args() args: NewLineArgs,
    @Arg('input', { description: 'The line.' }) input: DocumentLineInput,
    @Ctx() context: Context,
  ): Promise<Quotation> {
    return addQuotationLine(context, args, input);
  }

  @Mutation(() => Quotation, { description: 'Changes one line of a draft.' })
  @Permission('quotations:update')
  updateQuotationLine(
    @Args() args: LineArgs,
    @Arg('input', { description: 'What changes.' }) input: UpdateDocumentLineInput,
    @Ctx() context: Context,
  ): Promise<Quotation> {
    return updateQuotationLine(context, args, input);
  }

  @Mutation(() => Quotation, { description: 'Takes one line out of a draft.' })
  @Permission('quotations:update')
  removeQuotationLine(@Args() args: LineArgs, @Ctx() context: Context): Promise<Quotation> {
    return removeQuotationLine(context, args);
  }

  @Mutation(() => Quotation, {
    description: 'The shop stands by a draft: it does not change any more. Again: nothing happens.',
  })
  @Permission('quotations:approve')
  approveQuotation(@Args() args: QuotationArgs, @Ctx() context: Context): Promise<Quotation> {
    return approveQuotation(context, args);
  }

  @Mutation(() => Quotation, {
    description: 'Hands an approved quotation to the customer, who may accept it by the link that is sent.',
  })
  @Permission('quotations:send')
  sendQuotation(@Args() args: SendArgs, @Ctx() context: Context): Promise<Quotation> {
    return sendQuotation(context, args);
  }

  @Mutation(() => Quotation, {
    description:
      'Accepts a quotation: the customer by their link or account, the staff for a customer at the counter. Again: nothing happens.',
  })
  @Permission('quotations:decide')
  acceptQuotation(@Args() args: DecisionArgs, @Ctx() context: Context): Promise<Quotation> {
    return acceptQuotation(context, args);
  }

  @Mutation(() => Quotation, { description: 'Rejects a quotation. Again: nothing happens.' })
  @Permission('quotations:decide')
  rejectQuotation(@Args() args: DecisionArgs, @Ctx() context: Context): Promise<Quotation> {
    return rejectQuotation(context, args);
  }

  @Mutation(() => Quotation, {
    description:
      'Makes an accepted quotation into work or an order, exactly once. Again: it is what it became. Also needs the permission to make that.',
  })
  @Permission('quotations:convert')
  convertQuotation(
    @Arg('id', () => ID, ID_OF_QUOTATION) id: string,
    @Arg('to', () => ConversionKind, { description: 'What it becomes.' }) to: ConversionKind,
    @Ctx() context: Context,
  ): Promise<Quotation> {
    return convertQuotation(context, id, to);
  }
}

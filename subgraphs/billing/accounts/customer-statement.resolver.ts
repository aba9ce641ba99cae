import { IsUUID } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { LocalDateScalar } from '../../../shared/scalars';
import { Context } from '../../../shared/subgraph/context';
import { CreditNote } from '../credit-notes/credit-note.entity';
import { creditNotes } from '../credit-notes/credit-note.loader';
import { Invoice } from '../invoices/invoice.entity';
import { invoices } from '../invoices/invoice.loader';
import { Payment } from '../payments/payment.entity';
import { payments } from '../payments/payment.loader';
import { CustomerStub } from '../stubs/customer.stub';
import { customerStatement } from './customer-statement';
import { CustomerStatement, StatementLine } from './customer-statement.type';

@ArgsType()
class StatementArgs {
  @Field(() => ID, { description: 'Whose account.' })
  @IsUUID()
  customerId!: string;

  @Field(() => LocalDateScalar, { description: 'The first day.' })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day. Default: all until now.' })
  to?: string | null;
}

@Resolver(() => CustomerStatement)
export class CustomerStatementResolver {
  @Query(() => CustomerStatement, {
    nullable: true,
    description:
      'A customer’s account over a period, by the service centres whose documents you see; null when the customer is ' +
      'not yours to see.',
  })
  @Permission('statements:read')
  customerStatement(
    @Args() { customerId, from, to = null }: StatementArgs,
    @Ctx() context: Context,
  ): Promise<CustomerStatement | null> {
    return customerStatement(context, customerId, { from, to });
  }

  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'Whose account it is; null when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() { customerId }: CustomerStatement): CustomerStub {
    return { id: customerId };
  }
}

@Resolver(() => StatementLine)
export class StatementLineResolver {
  @FieldResolver(() => Invoice, {
    nullable: true,
    description: 'The invoice that was issued or taken back; null otherwise, or when not yours to see.',
  })
  @Permission('invoices:read')
  invoice(@Root() { invoiceId }: StatementLine, @Ctx() context: Context): Promise<Invoice | null> | null {
    return invoiceId ? context.load(invoices, invoiceId) : null;
  }

  @FieldResolver(() => CreditNote, {
    nullable: true,
    description: 'The credit note; null otherwise, or when not yours to see.',
  })
  @Permission('invoices:read')
  creditNote(
    @Root() { creditNoteId }: StatementLine,
    @Ctx() context: Context,
  ): Promise<CreditNote | null> | null {
    return creditNoteId ? context.load(creditNotes, creditNoteId) : null;
  }

  @FieldResolver(() => Payment, {
    nullable: true,
    description:
      'The payment that came, was undone, given back or used; null otherwise, or when not yours to see.',
  })
  @Permission('payments:read')
  payment(@Root() { paymentId }: StatementLine, @Ctx() context: Context): Promise<Payment | null> | null {
    return paymentId ? context.load(payments, paymentId) : null;
  }
}

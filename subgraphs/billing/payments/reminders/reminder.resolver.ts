import { IsOptional, Length } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { type Connection, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { InvoiceConnection } from '../../invoices/invoice.connection';
import { Invoice } from '../../invoices/invoice.entity';
import { OverdueInvoiceFilter, overdueInvoices } from './overdue-invoices';
import { PaymentReminder } from './payment-reminder.entity';
import { paymentReminders } from './payment-reminder.loader';
import { sendPaymentReminder } from './send-payment-reminder';

@ArgsType()
class RemindArgs {
  @Field(() => ID, { description: 'The invoice; one that is overdue.' })
  invoiceId!: string;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@Resolver(() => Invoice)
export class PaymentReminderResolver {
  @Query(() => InvoiceConnection, {
    description:
      'The invoices that you may see and that are overdue, those first that are it for the longest.',
  })
  @Permission('invoices:read')
  overdueInvoices(
    @Arg('filter', () => OverdueInvoiceFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: OverdueInvoiceFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Invoice>> {
    return overdueInvoices(context, filter, page);
  }

  @Mutation(() => Invoice, {
    description: 'Reminds the customer of an overdue invoice now, beside the organisation’s schedule.',
  })
  @Permission('invoices:issue')
  sendPaymentReminder(@Args() args: RemindArgs, @Ctx() context: Context): Promise<Invoice> {
    return sendPaymentReminder(context, args);
  }

  @Reads<Invoice>('id')
  @FieldResolver(() => [PaymentReminder], {
    description: 'When the customer was reminded of it, the last first.',
  })
  reminders(@Root() { id }: Row<Invoice>, @Ctx() context: Context): Promise<PaymentReminder[]> {
    return context.childrenOf(paymentReminders, 'invoiceId', id, { by: ['createdAt'], descending: true });
  }
}

import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Internal, Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { createPaymentLink } from './create-payment-link';
import { CreatePaymentLinkInput, PaymentLink } from './payment-link.input';
import { takeStripeEvent } from './take-stripe-event';

@Resolver()
export class StripeResolver {
  @Mutation(() => PaymentLink, {
    description:
      'Makes a way to pay invoices by card, through Stripe. They count as paid when Stripe says that the money is there.',
  })
  @Permission('payments:pay')
  createPaymentLink(
    @Arg('input', { description: 'What is to be paid.' }) input: CreatePaymentLinkInput,
    @Ctx() context: Context,
  ): Promise<PaymentLink> {
    return createPaymentLink(context, input);
  }

  @Mutation(() => Boolean, { description: 'Takes in that something happened at Stripe.' })
  @Internal()
  async takeStripeEvent(
    @Arg('eventId', { description: 'What Stripe calls the event.' }) eventId: string,
    @Arg('paymentIntent', () => String, { nullable: true, description: 'What it is about.' })
    paymentIntent: string | null,
    @Arg('expiredOf', () => ID, { nullable: true, description: 'Whose page was not paid on in time.' })
    expiredOf: string | null,
    @Arg('expired', () => ID, { nullable: true, description: 'The payment of such a page.' })
    expired: string | null,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await takeStripeEvent(context, {
      eventId,
      paymentIntent,
      expired: expiredOf && expired ? { organisationId: expiredOf, paymentId: expired } : null,
    });
    return true;
  }
}

import { registerEnumType } from 'type-graphql';

export enum PaymentProvider {
  STRIPE = 'STRIPE',
}
registerEnumType(PaymentProvider, {
  name: 'PaymentProvider',
  description: 'Who takes money for the shop.',
  valuesConfig: { STRIPE: { description: 'Stripe, by card and what else it offers.' } },
});

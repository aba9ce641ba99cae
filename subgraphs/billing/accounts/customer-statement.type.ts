import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Money } from '../../../shared/money';
import { LocalDateScalar } from '../../../shared/scalars';

export enum StatementLineKind {
  INVOICE = 'INVOICE',
  CREDIT_NOTE = 'CREDIT_NOTE',
  PAYMENT = 'PAYMENT',
  VOID = 'VOID',
  REFUND = 'REFUND',
  REFUND_FAILED = 'REFUND_FAILED',
  BALANCE_APPLIED = 'BALANCE_APPLIED',
}
registerEnumType(StatementLineKind, {
  name: 'StatementLineKind',
  description: 'What moved a customer’s account.',
  valuesConfig: {
    INVOICE: { description: 'An invoice was issued: a debit.' },
    CREDIT_NOTE: { description: 'An invoice was taken back, in whole or in part: a credit.' },
    PAYMENT: { description: 'Money came, for invoices or as a deposit: a credit.' },
    VOID: { description: 'A payment that was recorded by mistake was undone: a debit.' },
    REFUND: { description: 'Money went back, or is on the way: a debit.' },
    REFUND_FAILED: { description: 'Money that was on the way back did not arrive: a credit.' },
    BALANCE_APPLIED: {
      description: 'An invoice was paid from what was kept of earlier payments: debit and credit alike.',
    },
  },
});

@ObjectType({ description: 'Something that moved a customer’s account.' })
export class StatementLine {
  @Field(() => StatementLineKind, { description: 'What it was.' })
  kind!: StatementLineKind;

  @Field(() => LocalDateScalar, { description: 'The day, by the service centre’s calendar.' })
  on!: string;

  @Field(() => Date, { description: 'When exactly.' })
  at!: Date;

  @Field({ description: 'Number of the invoice or the credit note; otherwise of the payment’s receipt.' })
  number!: string;

  @Field(() => Money, { description: 'What the customer owes more by it.' })
  debit!: Money;

  @Field(() => Money, { description: 'What the customer owes less by it.' })
  credit!: Money;

  @Field(() => Money, { description: 'What the customer owes after it; below zero they have it to get.' })
  balance!: Money;

  invoiceId!: string | null;
  creditNoteId!: string | null;
  paymentId!: string | null;
}

@ObjectType({ description: 'What of issued invoices is not paid though it is due, by how long it has been.' })
export class OverdueByAge {
  @Field(() => Money, { description: 'All that is overdue.' })
  total!: Money;

  @Field(() => Money, { description: 'For up to 30 days.' })
  days1To30!: Money;

  @Field(() => Money, { description: 'For 31 to 60 days.' })
  days31To60!: Money;

  @Field(() => Money, { description: 'For 61 to 90 days.' })
  days61To90!: Money;

  @Field(() => Money, { description: 'For longer than 90 days.' })
  over90Days!: Money;
}

@ObjectType({ description: 'A customer’s account in one currency.' })
export class CustomerAccount {
  @Field({ description: 'The currency, ISO 4217.' })
  currency!: string;

  @Field(() => Money, {
    description: 'What the customer owed before the first day; below zero they had it to get.',
  })
  opening!: Money;

  @Field(() => [StatementLine], { description: 'What moved it in the period, in the order in which it did.' })
  lines!: StatementLine[];

  @Field(() => Money, {
    description:
      'What the customer owes at the end: the opening balance, and debits less credits of the lines.',
  })
  closing!: Money;

  @Field(() => OverdueByAge, {
    description: 'What was overdue on the last day of the period, or is today where that is still to come.',
  })
  overdue!: OverdueByAge;
}

@ObjectType({ description: 'How a customer’s account moved in a period.' })
export class CustomerStatement {
  @Field(() => LocalDateScalar, { description: 'Its first day.' })
  from!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its last day; null for all until now.' })
  to!: string | null;

  @Field(() => [CustomerAccount], {
    description: 'An account for each currency that anything was ever billed or paid in.',
  })
  accounts!: CustomerAccount[];

  customerId!: string;
}

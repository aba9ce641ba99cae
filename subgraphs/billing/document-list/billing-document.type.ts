import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../../shared/paging';

export enum DocumentKind {
  QUOTATION = 'QUOTATION',
  INVOICE = 'INVOICE',
  CREDIT_NOTE = 'CREDIT_NOTE',
  RECEIPT = 'RECEIPT',
}
registerEnumType(DocumentKind, {
  name: 'BillingDocumentKind',
  description: 'What kind of document something is.',
  valuesConfig: {
    QUOTATION: { description: 'An offer.' },
    INVOICE: { description: 'An invoice, or the draft of one.' },
    CREDIT_NOTE: { description: 'What takes an invoice back.' },
    RECEIPT: { description: 'What states that money was received.' },
  },
});

@ObjectType({
  description:
    'A quotation, an invoice, a credit note or a receipt in the one list of them: what they have in common.',
})
export class BillingDocument {
  @Field(() => ID, { description: 'The id of the quotation, the invoice, the credit note or the receipt.' })
  id!: string;

  @Field(() => DocumentKind, { description: 'Which of them it is.' })
  kind!: DocumentKind;

  @Field(() => String, { nullable: true, description: 'Its number; null for the draft of an invoice.' })
  number!: string | null;

  @Field({
    description:
      'Where it stands among the states of its kind, such as `DRAFT`; credit notes and receipts are `ISSUED`.',
  })
  status!: string;

  @Field({ description: 'When it was made.' })
  createdAt!: Date;

  totalMinor!: number;
  currency!: string;
  customerId!: string;
  vehicleId!: string | null;
  serviceCentreId!: string;
}

export const BillingDocumentConnection = connectionOf(BillingDocument, 'BillingDocument');

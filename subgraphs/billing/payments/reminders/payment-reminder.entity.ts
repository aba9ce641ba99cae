import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';

@ObjectType({ description: 'That a customer was reminded of an invoice: when is `createdAt`.' })
@Permission('invoices:read')
@Entity({ schema: 'billing', name: 'payment_reminder' })
export class PaymentReminder extends TenantRecord {
  @Column('uuid')
  invoiceId!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The days after the due date that the organisation’s schedule names; null for one sent by hand.',
  })
  @Column('integer', { nullable: true })
  stepDays!: number | null;
}

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { decimalText } from '../../../../shared/database/decimal-column';
import { TenantRecord } from '../../../../shared/entity';

export enum PurchaseRequestCauseType {
  LOW_STOCK = 'LOW_STOCK',
  JOB_CARD = 'JOB_CARD',
  MANUAL = 'MANUAL',
}
registerEnumType(PurchaseRequestCauseType, {
  name: 'PurchaseRequestCauseType',
  description: 'Why a part is to be bought.',
  valuesConfig: {
    LOW_STOCK: { description: 'It ran low where it is kept.' },
    JOB_CARD: { description: 'A job needs it and it is not there.' },
    MANUAL: { description: 'Somebody asked for it.' },
  },
});

@ObjectType({ description: 'Why a part is to be bought, and how much of it for that.' })
@Entity({ schema: 'inventory', name: 'purchase_request_cause' })
export class PurchaseRequestCause extends TenantRecord {
  @Column('uuid')
  purchaseRequestId!: string;

  @Field(() => PurchaseRequestCauseType, { description: 'What kind of cause it is.' })
  @Column('text')
  type!: PurchaseRequestCauseType;

  @Field(() => String, { description: 'How much of the request is for this, as a decimal.' })
  @Column('numeric', { precision: 15, scale: 3, transformer: decimalText })
  quantity!: string;

  @Column('uuid', { nullable: true })
  jobCardId!: string | null;

  /** The line of the job's parts: asked for again, it is the same cause. */
  @Column('uuid', { nullable: true })
  jobLineId!: string | null;

  @Column('uuid', { nullable: true })
  requestedById!: string | null;

  @Field(() => String, { nullable: true, description: 'What whoever asked for it said.' })
  @Column('text', { nullable: true })
  note!: string | null;
}

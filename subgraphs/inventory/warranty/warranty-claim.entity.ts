import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import { WarrantyClaimStatus, WarrantySettlement } from './warranty-claim.lifecycle';

const QUANTITY = { precision: 15, scale: 3, transformer: decimalText } as const;
const INSTANT = { type: 'timestamptz', precision: 3, nullable: true } as const;

@ObjectType({
  description:
    'Parts that were sold and turned out faulty, claimed from their supplier. Quantities are decimals in the part’s unit.',
})
@Permission('warrantyClaims:read')
@Entity({ schema: 'inventory', name: 'warranty_claim' })
export class WarrantyClaim extends TenantRecord {
  @Field({
    description: 'The number that people read, such as `WC-000123`; counted in the whole organisation.',
  })
  @Column('text')
  number!: string;

  @Column('uuid')
  serviceCentreId!: string;

  /** Of a job, the job and its line; of an order over the counter, that and its line. Never both. */
  @Column('uuid', { nullable: true })
  jobCardId!: string | null;

  @Column('uuid', { nullable: true })
  jobPartId!: string | null;

  @Column('uuid', { nullable: true })
  counterOrderId!: string | null;

  @Column('uuid', { nullable: true })
  counterOrderLineId!: string | null;

  @Column('uuid')
  partId!: string;

  /** Null until somebody says it, at the latest who accepts the claim. */
  @Column('uuid', { nullable: true })
  supplierId!: string | null;

  @Field(() => WarrantyClaimStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: WarrantyClaimStatus;

  @Field(() => String, { description: 'How much is claimed.' })
  @Column('numeric', QUANTITY)
  quantity!: string;

  @Field({ description: 'What is wrong with it.' })
  @Column('text')
  fault!: string;

  @Field({ description: 'Currency of all its amounts, ISO 4217: what the parts cost in.' })
  @Column('text')
  currency!: string;

  /** Of one, in minor units with decimals, as they were issued; null when nobody knew. */
  @Column('numeric', { precision: 20, scale: 6, nullable: true, transformer: decimalText })
  unitCost!: string | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused; null otherwise.' })
  @Column('text', { nullable: true })
  refusedReason!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was accepted or refused; null before.' })
  @Column(INSTANT)
  decidedAt!: Date | null;

  @Field(() => WarrantySettlement, { nullable: true, description: 'How it was settled; null before.' })
  @Column('text', { nullable: true })
  settlement!: WarrantySettlement | null;

  @Field(() => Date, { nullable: true, description: 'When it was settled; null before.' })
  @Column(INSTANT)
  settledAt!: Date | null;

  @Column('bigint', { nullable: true })
  creditMinor!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'How much came in its place; null unless it was settled so.',
  })
  @Column('numeric', { ...QUANTITY, nullable: true })
  replacedQuantity!: string | null;

  @Column('uuid', { nullable: true })
  locationId!: string | null;

  /** Of the ledger, by which the replacement came. */
  @Column('uuid', { nullable: true })
  movementId!: string | null;

  /** The users; null for clients and the program itself. */
  @Column('uuid', { nullable: true })
  openedById!: string | null;

  @Column('uuid', { nullable: true })
  decidedById!: string | null;
}

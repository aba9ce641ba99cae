import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';

export enum CoreReturnWay {
  FROM_CUSTOMER = 'FROM_CUSTOMER',
  TO_SUPPLIER = 'TO_SUPPLIER',
}
registerEnumType(CoreReturnWay, {
  name: 'CoreReturnWay',
  description: 'Which way old units went.',
  valuesConfig: {
    FROM_CUSTOMER: { description: 'A customer brought them back; their deposit is due.' },
    TO_SUPPLIER: { description: 'They were sent to a supplier, who owes the deposit.' },
  },
});

@ObjectType({
  description:
    'Old units of parts that are sold with a deposit: come back from a customer, or sent on to a supplier. They are no ' +
    'stock. Written once and never changed. Quantities are decimals in the part’s unit.',
})
@Permission('coreReturns:read')
@Entity({ schema: 'inventory', name: 'core_return' })
export class CoreReturn extends TenantRecord {
  @Field(() => CoreReturnWay, { description: 'Which way they went.' })
  @Column('text')
  way!: CoreReturnWay;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  partId!: string;

  @Field(() => String, { description: 'How many.' })
  @Column('numeric', { precision: 15, scale: 3, transformer: decimalText })
  quantity!: string;

  @Column('text')
  currency!: string;

  @Column('bigint')
  depositMinor!: number;

  /** Of a job, the job and its line; of an order over the counter, that and its line. Neither, to a supplier. */
  @Column('uuid', { nullable: true })
  jobCardId!: string | null;

  @Column('uuid', { nullable: true })
  jobPartId!: string | null;

  @Column('uuid', { nullable: true })
  counterOrderId!: string | null;

  @Column('uuid', { nullable: true })
  counterOrderLineId!: string | null;

  @Column('uuid', { nullable: true })
  supplierId!: string | null;

  @Field(() => String, { nullable: true, description: 'What is to be known about it; null when nothing.' })
  @Column('text', { nullable: true })
  note!: string | null;

  /** The user; null for clients and the program itself. */
  @Column('uuid', { nullable: true })
  recordedById!: string | null;
}

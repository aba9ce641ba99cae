import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import { JobPartStatus } from './job-part.lifecycle';

const QUANTITY = { precision: 15, scale: 3, transformer: decimalText } as const;

@ObjectType({
  description: 'A part that a job needs, from one place. Quantities are decimals in the part’s unit.',
})
@Permission('jobParts:read')
@Entity({ schema: 'inventory', name: 'job_part' })
export class JobPart extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  partId!: string;

  @Column('uuid')
  locationId!: string;

  @Field(() => String, { description: 'How much was asked for.' })
  @Column('numeric', QUANTITY)
  quantity!: string;

  @Field(() => String, { description: 'How much of it is not there: the job waits for that.' })
  @Column('numeric', QUANTITY)
  missing!: string;

  @Field(() => String, { description: 'How much was issued, returned or not.' })
  @Column('numeric', QUANTITY)
  issued!: string;

  @Field(() => String, { description: 'How much of what was issued came back.' })
  @Column('numeric', QUANTITY)
  returned!: string;

  @Field(() => String, { description: 'How much of what was asked for is not needed any more.' })
  @Column('numeric', QUANTITY)
  cancelled!: string;

  @Field(() => JobPartStatus, { description: 'How far it is.' })
  @Column('text')
  status!: JobPartStatus;

  @Column('bigint', { nullable: true })
  priceMinor!: number | null;

  @Column('text', { nullable: true })
  priceCurrency!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Category of tax, such as `S`, as it was when the first of it was issued; null before, or for the usual one.',
  })
  @Column('text', { nullable: true })
  taxCategory!: string | null;

  /** The user; null for clients and the program itself. */
  @Column('uuid', { nullable: true })
  requestedById!: string | null;
}

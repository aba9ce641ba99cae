import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';
import { LocalDateScalar } from '../../../../shared/scalars';

@ObjectType({ description: 'Days on which a service centre, or one of its bays, is closed.' })
@Permission('scheduling:read')
@Entity({ schema: 'workshop', name: 'closure' })
export class Closure extends TenantRecord {
  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid', { nullable: true })
  bayId!: string | null;

  @Field(() => LocalDateScalar, { description: 'The first closed day.' })
  @Column('date')
  fromDate!: string;

  @Field(() => LocalDateScalar, { description: 'The last closed day.' })
  @Column('date')
  toDate!: string;

  @Field({ description: 'Why, for those who ask.' })
  @Column('text')
  reason!: string;
}

import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';
import { LocalDateScalar } from '../../../../shared/scalars';
import type { StoredSpan } from './spans';

@ObjectType({ description: 'When a service centre is open in a usual week, from a day on.' })
@Permission('scheduling:read')
@Entity({ schema: 'workshop', name: 'opening_hours' })
export class OpeningHours extends TenantRecord {
  @Column('uuid')
  serviceCentreId!: string;

  @Field(() => LocalDateScalar, { description: 'The first day on which they hold; until the next ones do.' })
  @Column('date')
  validFrom!: string;

  @Column('jsonb')
  week!: StoredSpan[];
}

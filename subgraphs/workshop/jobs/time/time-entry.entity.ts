import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';

@ObjectType({ description: 'Time that a technician worked on a job, from clocking on to clocking off.' })
@Permission('time:read')
@Entity({ schema: 'workshop', name: 'time_entry' })
export class TimeEntry extends TenantRecord {
  @Column('uuid')
  technicianId!: string;

  /** The card's, which never changes. */
  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  jobCardId!: string;

  @Column('uuid', { nullable: true })
  jobServiceId!: string | null;

  @Field({ description: 'When the clock was started.' })
  @Column({ type: 'timestamptz', precision: 3 })
  startedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was stopped; null while it runs.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  endedAt!: Date | null;
}

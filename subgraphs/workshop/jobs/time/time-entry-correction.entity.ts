import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../../shared/entity';

@ObjectType({ description: 'A correction of a time entry, with what stood there before. Written once.' })
@Entity({ schema: 'workshop', name: 'time_entry_correction' })
export class TimeEntryCorrection extends TenantRecord {
  @Column('uuid')
  timeEntryId!: string;

  @Field({ description: 'When the clock was started, as it stood before.' })
  @Column({ type: 'timestamptz', precision: 3 })
  fromStartedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was stopped, as it stood before; null when it ran.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  fromEndedAt!: Date | null;

  @Field({ description: 'When the clock was started, as it was corrected.' })
  @Column({ type: 'timestamptz', precision: 3 })
  toStartedAt!: Date;

  @Field(() => Date, { nullable: true, description: 'When it was stopped, as it was corrected.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  toEndedAt!: Date | null;

  @Field({ description: 'Why.' })
  @Column('text')
  reason!: string;

  @Column('uuid', { nullable: true })
  correctedById!: string | null;
}

import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';

/** The customer subgraph owns service centres; what booking must know of one is kept here, under its id. */
@ObjectType({ description: 'How a service centre is booked: its clock, its rules, and when it is open.' })
@Permission('scheduling:read')
@Entity({ schema: 'workshop', name: 'centre_schedule' })
export class CentreSchedule extends TenantRecord {
  @Field({ description: 'IANA time zone in which all of its times of day are meant.' })
  @Column('text')
  timeZone!: string;

  @Field({ description: 'Whether it takes work at all; a closed centre is booked by nobody.' })
  @Column('boolean')
  active!: boolean;

  @Field(() => Int, {
    description: 'Free slots begin at whole multiples of so many minutes after midnight, and at those alone.',
  })
  @Column('integer')
  slotMinutes!: number;

  @Field(() => Int, { description: 'How many minutes ahead one books, moves or calls off at the latest.' })
  @Column('integer')
  minimumNoticeMinutes!: number;

  @Field(() => Int, {
    description: 'For how many minutes a slot is held for somebody who has not booked yet.',
  })
  @Column('integer')
  holdMinutes!: number;

  @Field(() => Int, { description: 'How many minutes before an appointment its customer is reminded.' })
  @Column('integer')
  reminderMinutes!: number;
}

export const BOOKING_DEFAULTS = {
  slotMinutes: 30,
  minimumNoticeMinutes: 0,
  holdMinutes: 10,
  reminderMinutes: 24 * 60,
} as const;

import { Directive, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import { LocalDateScalar } from '../../../shared/scalars';
import type { DistanceUnit } from '../registry/distance';
import { ReminderStatus } from './reminder.lifecycle';

export enum ReminderKind {
  MOT = 'MOT',
  SERVICE = 'SERVICE',
  TAX = 'TAX',
  INSURANCE = 'INSURANCE',
  OTHER = 'OTHER',
}
registerEnumType(ReminderKind, {
  name: 'ReminderKind',
  description: 'What a reminder is about.',
  valuesConfig: {
    MOT: {
      description:
        'The periodic technical inspection: MOT, revisione, TÜV. The shop has one open for a vehicle at most.',
    },
    SERVICE: { description: 'Maintenance.' },
    TAX: { description: 'Vehicle tax.' },
    INSURANCE: { description: 'The insurance’s renewal.' },
    OTHER: { description: 'Something else; its title says what.' },
  },
});

export enum ReminderSource {
  STAFF = 'STAFF',
  CUSTOMER = 'CUSTOMER',
  REGISTER = 'REGISTER',
}
registerEnumType(ReminderSource, {
  name: 'ReminderSource',
  description: 'Who set a reminder.',
  valuesConfig: {
    STAFF: { description: 'Somebody of the shop, or the program for them.' },
    CUSTOMER: { description: 'The owner. A next owner neither sees it nor hears of it.' },
    REGISTER: { description: 'Its day is the one that a public register gave.' },
  },
});

@ObjectType({
  description: 'Something about a vehicle that comes due on a day, at a mileage, or whichever is first.',
})
@Directive('@key(fields: "id")')
@Permission('reminders:read')
@Entity({ schema: 'vehicle', name: 'reminder' })
export class VehicleReminder extends TenantRecord {
  @Column('uuid')
  vehicleId!: string;

  /** Whose wish it is, where a customer made it: it is not announced to the next owner. */
  @Column('uuid', { nullable: true })
  customerId!: string | null;

  @Field(() => ReminderKind, { description: 'What it is about.' })
  @Column('text')
  kind!: ReminderKind;

  @Field(() => ReminderSource, { description: 'Who set it.' })
  @Column('text')
  source!: ReminderSource;

  @Field(() => String, { nullable: true, description: 'What to call it; null where the kind says enough.' })
  @Column('text', { nullable: true })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'What else is to be known; customers see it, too.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Field(() => ReminderStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: ReminderStatus;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The day on which it is due; null when it goes by mileage alone.',
  })
  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('integer', { nullable: true })
  dueDistance!: number | null;

  @Column('text', { nullable: true })
  dueDistanceUnit!: DistanceUnit | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'Estimated: the day on which the odometer will show the due mileage, by what the vehicle was driven a day ' +
      'between its readings; the day it did, when it has. Null without a due mileage or enough readings.',
  })
  @Column('date', { nullable: true })
  estimatedDueOn!: string | null;

  @Field(() => Int, { description: 'How many days ahead of it the owner is told.' })
  @Column('integer')
  noticeDays!: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description:
      'The day that lists go by: the due day or the estimated one, whichever is first; null without either.',
  })
  @Column({ type: 'date', nullable: true, insert: false, update: false })
  dueBy!: string | null;

  /** Made by the database, for the clockwork: so many days before it is due. */
  @Column({ type: 'date', nullable: true, insert: false, update: false })
  announceOn!: string | null;

  @Field(() => Int, { nullable: true, description: 'Once done, it comes again after so many months.' })
  @Column('integer', { nullable: true })
  repeatMonths!: number | null;

  @Column('integer', { nullable: true })
  repeatDistance!: number | null;

  @Column('text', { nullable: true })
  repeatDistanceUnit!: DistanceUnit | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When its time of notice was noticed, which happens once; null until then.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  announcedAt!: Date | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on which it was done.' })
  @Column('date', { nullable: true })
  completedOn!: string | null;

  @Column('integer', { nullable: true })
  completedDistance!: number | null;

  @Column('text', { nullable: true })
  completedDistanceUnit!: DistanceUnit | null;

  @Field(() => String, { nullable: true, description: 'Why it was dismissed, where somebody said.' })
  @Column('text', { nullable: true })
  dismissedReason!: string | null;

  /** The one that was completed before this one. */
  @Column('uuid', { nullable: true })
  followsId!: string | null;
}

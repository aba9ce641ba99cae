import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../../shared/entity';
import { AppointmentStatus } from './appointment.lifecycle';

export enum AppointmentAction {
  HELD = 'HELD',
  BOOKED = 'BOOKED',
  CONFIRMED = 'CONFIRMED',
  UPDATED = 'UPDATED',
  MOVED = 'MOVED',
  CHECKED_IN = 'CHECKED_IN',
  COMPLETED = 'COMPLETED',
  CANCELLED = 'CANCELLED',
  LAPSED = 'LAPSED',
  NO_SHOW = 'NO_SHOW',
}
registerEnumType(AppointmentAction, {
  name: 'AppointmentAction',
  description: 'What was done to an appointment.',
  valuesConfig: {
    HELD: { description: 'Its slot was held.' },
    BOOKED: { description: 'It was booked.' },
    CONFIRMED: { description: 'It was confirmed.' },
    UPDATED: { description: 'What it is about was changed.' },
    MOVED: { description: 'It was given another time, bay or technician.' },
    CHECKED_IN: { description: 'The vehicle was taken in.' },
    COMPLETED: { description: 'The work was done.' },
    CANCELLED: { description: 'It was called off.' },
    LAPSED: { description: 'Its hold ended, and nobody had booked.' },
    NO_SHOW: { description: 'Nobody came.' },
  },
});

@ObjectType({ description: 'A step in the life of an appointment, and where it stood from then on.' })
@Entity({ schema: 'workshop', name: 'appointment_change' })
export class AppointmentChange extends TenantRecord {
  @Column('uuid')
  appointmentId!: string;

  @Field(() => AppointmentAction, { description: 'What was done.' })
  @Column('text')
  action!: AppointmentAction;

  @Field(() => AppointmentStatus, { description: 'The state from then on.' })
  @Column('text')
  status!: AppointmentStatus;

  @Field({ description: 'When it was to begin from then on.' })
  @Column({ type: 'timestamptz', precision: 3 })
  startsAt!: Date;

  @Field({ description: 'When it was to end from then on.' })
  @Column({ type: 'timestamptz', precision: 3 })
  endsAt!: Date;

  @Column('uuid')
  bayId!: string;

  @Column('uuid', { nullable: true })
  technicianId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why, where somebody said.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  changedById!: string | null;
}

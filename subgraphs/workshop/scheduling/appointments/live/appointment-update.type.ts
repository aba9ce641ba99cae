import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LiveUpdate } from '../../../../../shared/live/live-field';
import { defineUpdateKinds } from '../../../../../shared/live/update-kinds';
import { WorkUpdateFilter } from '../../../live/work-update-filter';
import { Appointment } from '../appointment.entity';

export const appointmentUpdates = defineUpdateKinds({
  name: 'AppointmentUpdateType',
  description: 'What became of an appointment.',
  kinds: {
    HELD: { means: 'Its slot is held for somebody who may book it.', events: ['AppointmentHeld'] },
    BOOKED: { means: 'It was booked.', events: ['AppointmentBooked'] },
    CONFIRMED: { means: 'It was confirmed.', events: ['AppointmentConfirmed'] },
    CHANGED: { means: 'What it is about changed.', events: ['AppointmentUpdated'] },
    MOVED: { means: 'It has another time, bay or technician.', events: ['AppointmentRescheduled'] },
    CHECKED_IN: { means: 'The vehicle was taken in.', events: ['AppointmentCheckedIn'] },
    COMPLETED: { means: 'The visit is over.', events: ['AppointmentCompleted'] },
    CANCELLED: { means: 'It was called off.', events: ['AppointmentCancelled'] },
    LAPSED: {
      means: 'Its hold ended, and nobody had booked.',
      events: ['AppointmentLapsed'],
    },
    MISSED: { means: 'Nobody came.', events: ['AppointmentMissed'] },
  },
});

export const AppointmentUpdateType = appointmentUpdates.enumeration;
export type AppointmentUpdateType = keyof typeof AppointmentUpdateType;

@InputType({ description: 'Which updates of appointments. Everything given must hold.' })
export class AppointmentUpdateFilter extends WorkUpdateFilter {
  @Field(() => [AppointmentUpdateType], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(20)
  types?: AppointmentUpdateType[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this appointment alone.' })
  @IsOptional()
  @IsUUID()
  appointmentId?: string | null;
}

@ObjectType({ description: 'Something became of an appointment.' })
export class AppointmentUpdate extends LiveUpdate {
  @Field(() => AppointmentUpdateType, { description: 'What.' })
  type!: AppointmentUpdateType;

  @Field(() => Appointment, {
    description:
      'The appointment as it is when this is told, which after a replay is later than `occurredAt`.',
  })
  appointment!: Appointment;
}

import { defineLifecycle } from '../../../../shared/lifecycle';

/** A hold that nobody books lapses by the clock alone: what is past its end counts for nothing before it is swept. */
export const appointmentLifecycle = defineLifecycle({
  name: 'AppointmentStatus',
  description: 'Where an appointment stands.',
  initial: 'HELD',
  states: {
    HELD: {
      means: 'Kept free for somebody who has not booked yet; lapses by itself.',
      next: ['BOOKED', 'CANCELLED'],
    },
    BOOKED: { means: 'Agreed upon.', next: ['CONFIRMED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW'] },
    CONFIRMED: { means: 'Confirmed again before the day.', next: ['CHECKED_IN', 'CANCELLED', 'NO_SHOW'] },
    CHECKED_IN: { means: 'The vehicle is there, and has its job card.', next: ['COMPLETED'] },
    COMPLETED: { means: 'The visit is over: its job is done, or was called off. Final.', next: [] },
    CANCELLED: { means: 'Called off, or a hold that lapsed. Final.', next: [] },
    NO_SHOW: { means: 'Nobody came. Final.', next: [] },
  },
});

export type AppointmentStatus = (typeof appointmentLifecycle.states)[number];
export const AppointmentStatus = appointmentLifecycle.enumeration;

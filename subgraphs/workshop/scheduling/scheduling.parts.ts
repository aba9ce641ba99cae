import { badField, conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { Appointment } from './appointments/appointment.entity';
import { appointmentReference } from './appointments/appointment.reference';
import { AppointmentResolver } from './appointments/appointment.resolver';
import { AppointmentChange } from './appointments/appointment-change.entity';
import {
  AppointmentChangeResolver,
  AppointmentFieldsResolver,
  JobCardAppointmentResolver,
} from './appointments/appointment-fields.resolver';
import { remindOfAppointments, sweepHoldsItem } from './appointments/clockwork';
import { completeAppointmentHandlers } from './appointments/complete-appointment.handler';
import { AppointmentUpdateResolver } from './appointments/live/appointment-update.resolver';
import { CentreSchedule } from './centre/centre-schedule.entity';
import { learnCentreHandlers, learnCentreTask } from './centre/learn-centre.task';
import { Bay } from './opening/bay.entity';
import { bayReference } from './opening/bay.reference';
import { BayResolver } from './opening/bay.resolver';
import { Closure } from './opening/closure.entity';
import {
  CentreScheduleResolver,
  ClosureResolver,
  OpeningHoursResolver,
  ShiftResolver,
} from './opening/opening.resolver';
import { OpeningHours } from './opening/opening-hours.entity';
import { Shift } from './opening/shift.entity';
import { technicianActiveHandlers } from './opening/technician-active.handler';
import { slotTaken } from './slots/refusal';
import { AvailabilityResolver, CalendarResolver } from './slots/slots.resolver';

export const schedulingParts = {
  entities: [CentreSchedule, Bay, OpeningHours, Closure, Shift, Appointment, AppointmentChange],
  resolvers: [
    BayResolver,
    CentreScheduleResolver,
    OpeningHoursResolver,
    ClosureResolver,
    ShiftResolver,
    AvailabilityResolver,
    CalendarResolver,
    AppointmentResolver,
    AppointmentFieldsResolver,
    AppointmentChangeResolver,
    JobCardAppointmentResolver,
    AppointmentUpdateResolver,
  ],
  references: [bayReference, appointmentReference],
  handlers: [...learnCentreHandlers, ...technicianActiveHandlers, ...completeAppointmentHandlers],
  tasks: [learnCentreTask],
  clockwork: [sweepHoldsItem, remindOfAppointments],
  constraints: {
    bay_name: () => conflict('Another bay of the service centre has this name.', { field: 'name' }),
    appointment_bay_free: () => slotTaken(),
    technician_time_free: () => slotTaken(),
    closure_bay: () => badField('input.bayId', 'UNKNOWN', 'There is no such bay in the service centre.'),
  },
} satisfies Parts;

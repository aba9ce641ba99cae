import { live, updateOf } from '../../../../../shared/live/live-field';
import type { Context } from '../../../../../shared/subgraph/context';
import { isWanted } from '../../../live/work-update-filter';
import { appointments } from '../appointment.loader';
import {
  type AppointmentUpdate,
  type AppointmentUpdateFilter,
  appointmentUpdates,
} from './appointment-update.type';

export function appointmentUpdated(
  context: Context,
  filter: AppointmentUpdateFilter,
  after: string | undefined,
): Promise<AppointmentUpdate> {
  const names = appointmentUpdates.events(filter.types);
  const subjectId = filter.appointmentId ?? undefined;
  return live(context, { names, subjectId, after }, async (happening) => {
    const appointment = await context.load(appointments, happening.subjectId);
    if (!appointment || !isWanted(filter, appointment, happening)) return null;
    return { ...updateOf(happening), type: appointmentUpdates.kindOf(happening.name), appointment };
  });
}

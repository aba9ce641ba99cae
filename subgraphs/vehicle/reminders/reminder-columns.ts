import { badField } from '../../../shared/errors';
import type { DistanceInput } from '../registry/distance';
import type { VehicleReminder } from './reminder.entity';
import type { CreateReminderInput, UpdateReminderInput } from './reminder.input';

type Fields = Pick<
  CreateReminderInput & UpdateReminderInput,
  'title' | 'note' | 'dueOn' | 'dueMileage' | 'repeatMonths' | 'repeatMileage'
>;

/** Input as the columns keep it: what is left out stays out, null clears. */
export function reminderColumns(input: Fields): Partial<VehicleReminder> {
  if (input.repeatMileage?.value === 0)
    throw badField('input.repeatMileage.value', 'OUT_OF_RANGE', 'It cannot come again at once.');
  const [dueDistance, dueDistanceUnit] = pair(input.dueMileage);
  const [repeatDistance, repeatDistanceUnit] = pair(input.repeatMileage);
  return {
    title: text(input.title),
    note: text(input.note),
    dueOn: input.dueOn,
    dueDistance,
    dueDistanceUnit,
    repeatMonths: input.repeatMonths,
    repeatDistance,
    repeatDistanceUnit,
  };
}

const text = (given: string | null | undefined): string | null | undefined => given?.trim() ?? given;

const pair = (given: DistanceInput | null | undefined) =>
  [given?.value ?? (given as null | undefined), given?.unit ?? (given as null | undefined)] as const;

import type { GraphAnswer, GraphClient } from '../harness/client';

export const REMINDER = `id version createdAt updatedAt kind source title note status dueOn dueMileage { value unit }
  estimatedDueOn noticeDays dueBy isOverdue repeatMonths repeatMileage { value unit } announcedAt completedOn
  completedMileage { value unit } dismissedReason vehicle { id }`;
export const CREATE = `mutation ($input: CreateReminderInput!) { createReminder(input: $input) { ${REMINDER} } }`;
export const UPDATE = `mutation ($id: ID!, $input: UpdateReminderInput!) { updateReminder(id: $id, input: $input) { ${REMINDER} } }`;
export const COMPLETE = `mutation ($id: ID!, $input: CompleteReminderInput! = {}) { completeReminder(id: $id, input: $input) {
  ${REMINDER} next { ${REMINDER} } } }`;
export const DISMISS = `mutation ($id: ID!, $reason: String) { dismissReminder(id: $id, reason: $reason) { ${REMINDER} } }`;

export interface Reminder {
  id: string;
  version: number;
  status: string;
  source: string;
  kind: string;
  dueOn: string | null;
  dueMileage: { value: number; unit: string } | null;
  estimatedDueOn: string | null;
  dueBy: string | null;
  isOverdue: boolean;
  announcedAt: string | null;
  completedOn: string | null;
  next?: Reminder | null;
}

export const create = (client: GraphClient, vehicleId: string, input: object) =>
  client.send<{ createReminder: Reminder }>(CREATE, { input: { vehicleId, kind: 'SERVICE', ...input } });

export async function created(client: GraphClient, vehicleId: string, input: object): Promise<Reminder> {
  const { errors, data } = await create(client, vehicleId, input);
  if (errors.length) throw new Error(JSON.stringify(errors));
  return data.createReminder;
}

export const complete = (
  client: GraphClient,
  id: string,
  input: object = {},
): Promise<GraphAnswer<{ completeReminder: Reminder }>> => client.send(COMPLETE, { id, input });

export async function remindersOf(client: GraphClient, id: string, isOpen?: boolean): Promise<Reminder[]> {
  const { vehicle } = await client.ask<{ vehicle: { reminders: { nodes: Reminder[] } } }>(
    `query ($id: ID!, $isOpen: Boolean) { vehicle(id: $id) { reminders(isOpen: $isOpen) { nodes { ${REMINDER} } } } }`,
    { id, isOpen },
  );
  return vehicle.reminders.nodes;
}

/** A day by UTC, so many from now. */
export const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const record = (
  client: GraphClient,
  vehicleId: string,
  value: number,
  readAt: string,
  more: object = {},
) =>
  client.ask(
    'mutation ($input: RecordOdometerReadingInput!) { recordOdometerReading(input: $input) { id } }',
    { input: { vehicleId, value, unit: 'KM', readAt, ...more } },
  );

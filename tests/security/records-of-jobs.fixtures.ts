import { putInState } from '../api/job-cards.fixtures';
import { addService, moveService, proposed } from '../api/jobs.fixtures';
import type { Maker } from './records.fixtures';

export const JOB_KINDS = [
  'assignedJob',
  'jobInProgress',
  'pausedJob',
  'completedJob',
  'jobService',
  'begunService',
  'proposal',
  'timeEntry',
] as const;

type Others = () => Record<'jobCard' | 'user', Maker>;

/** Whoever’s it is, somebody of its centre works on it; no clock of anybody runs, so that one can be started. */
const jobIn =
  (others: Others, state: string): Maker =>
  async (world, host, owner, place) => {
    const { jobCard, user } = others();
    const id = await jobCard(world, host, owner, place);
    if (!id) return null;
    const technician = owner?.role === 'TECHNICIAN' ? owner.userId : await user(world, host, null, place);
    await putInState(world.graph, id, state, technician!);
    await world.graph.sql(
      `update workshop.time_entry set ended_at = now() where ended_at is null
         and organisation_id = (select organisation_id from workshop.job_card where id = $1)`,
      [id],
    );
    return id;
  };

const serviceOf =
  (job: Maker, begun: boolean): Maker =>
  async (world, host, owner, place) => {
    const id = await job(world, host, owner, place);
    if (!id) return null;
    const { data } = await addService(host.client, id);
    const service = data.addJobService.id;
    if (begun) await moveService(host.client, 'startJobService', service);
    return service;
  };

let minutes = 0;

/** Of the technician themselves, or somebody of the centre: stopped, at a time that no other entry is of. */
const timeEntry =
  (others: Others, job: Maker): Maker =>
  async (world, host, owner, place) => {
    const isTechnician = owner?.role === 'TECHNICIAN';
    if (owner && !isTechnician) return null;
    const id = await job(world, host, owner, place);
    const technician = owner?.userId ?? (await others().user(world, host, null, place));
    minutes += 30;
    const [row] = await world.graph.sql<{ id: string }>(
      `insert into workshop.time_entry (organisation_id, id, version, created_at, updated_at, technician_id,
         service_centre_id, job_card_id, started_at, ended_at)
       select organisation_id, gen_random_uuid(), 1, now(), now(), $2, service_centre_id, id, s, s + interval '10 minutes'
       from workshop.job_card, lateral (select timestamptz '2021-01-01' + $3 * interval '1 minute' as s) t
       where id = $1 returning id`,
      [id, technician, minutes],
    );
    return row!.id;
  };

export function jobMakers(others: Others): Record<(typeof JOB_KINDS)[number], Maker> {
  const jobInProgress = jobIn(others, 'IN_PROGRESS');
  return {
    assignedJob: jobIn(others, 'ASSIGNED'),
    jobInProgress,
    pausedJob: jobIn(others, 'PAUSED'),
    completedJob: jobIn(others, 'COMPLETED'),
    jobService: serviceOf(jobInProgress, false),
    begunService: serviceOf(jobInProgress, true),
    async proposal(world, host, owner, place) {
      const id = await jobInProgress(world, host, owner, place);
      return id && (await proposed(host.client, id)).id;
    },
    timeEntry: timeEntry(others, jobInProgress),
  };
}

import { everyone, inCentres, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import { JobPart } from './job-part.entity';
import { JobPartIssue } from './job-part-issue.entity';
import { SuppliedJob } from './supplied-job.entity';

/**
 * The parts for the jobs of one's service centres. Whose a job is, the workshop alone knows: who reaches their own is
 * asked for there, and reads `everyJobPart` of those.
 */
export const jobParts = readable({
  entity: JobPart,
  permission: 'jobParts:read',
  called: 'Part of the job',
  visible: (viewer) => (viewer.reach === 'all' ? inCentres(viewer, sql`t.service_centre_id`) : sql`false`),
});

export const everyJobPart = readable({ ...jobParts, permission: null, visible: everyone });

/** Issues are read of a line that is seen already. */
export const everyIssue = readable({
  entity: JobPartIssue,
  permission: null,
  called: 'Issue',
  visible: everyone,
});

export const everySuppliedJob = readable({
  entity: SuppliedJob,
  permission: null,
  called: 'Job',
  visible: everyone,
});

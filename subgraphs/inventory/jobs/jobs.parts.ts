import type { Parts } from '../../../shared/subgraph/parts';
import { endCancelledJob, endCompletedJob } from './end-job.handler';
import { followCut } from './follow-cut.handler';
import { JobCardPartsResolver, MissingJobPartResolver } from './job-card-parts.resolver';
import { JobPart } from './job-part.entity';
import { jobCardPartsReference } from './job-part.reference';
import { JobPartResolver } from './job-part.resolver';
import { JobPartIssue } from './job-part-issue.entity';
import { JobPartIssueResolver } from './job-part-issue.resolver';
import { jobsInvariants } from './jobs.invariants';
import { releaseJobParts } from './release-job-parts.task';
import { serveAvailable } from './serve-available.handler';
import { SuppliedJob } from './supplied-job.entity';

/** Parts for a job: asked for, reserved, waited for, handed out and brought back. */
export const jobsParts = {
  entities: [SuppliedJob, JobPart, JobPartIssue],
  resolvers: [JobPartResolver, JobPartIssueResolver, JobCardPartsResolver, MissingJobPartResolver],
  references: [jobCardPartsReference],
  handlers: [serveAvailable, followCut, endCancelledJob, endCompletedJob],
  tasks: [releaseJobParts],
  invariants: jobsInvariants,
} satisfies Parts;

import { ApiError, conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { AdditionalService } from './approvals/additional-service.entity';
import { additionalServiceReference } from './approvals/additional-service.reference';
import {
  AdditionalServiceCommands,
  AdditionalServiceDecisionResolver,
  AdditionalServiceFields,
  AdditionalServiceLineResolver,
  JobCardApprovalsResolver,
} from './approvals/additional-service.resolver';
import { JobCardToBillResolver } from './billing/job-card-to-bill.resolver';
import { PreInspection } from './inspection/pre-inspection.entity';
import { JobCardInspectionResolver, PreInspectionResolver } from './inspection/pre-inspection.resolver';
import { JobCard } from './job-card.entity';
import { customerJobsReference, jobCardReference, vehicleJobsReference } from './job-card.reference';
import { JobCardResolver, JobCardStatusChangeResolver } from './job-card.resolver';
import { JobCardUpdateResolver } from './live/job-card-update.resolver';
import { CustomerJobsResolver, VehicleJobsResolver } from './neighbours.resolver';
import { partsChangedHandler } from './progress/parts-changed.handler';
import { JobProgressResolver } from './progress/progress.resolver';
import { JobService } from './services/job-service.entity';
import { JobCardServicesResolver, JobServiceResolver } from './services/job-service.resolver';
import { forgetJobSheetsTask } from './sheet/job-sheet.personal-data';
import { JobSheetResolver } from './sheet/job-sheet.resolver';
import { JobCardStatusChange } from './status-change.entity';
import { TechnicianResolver, TechnicianWorkloadResolver } from './technicians/technicians.resolver';
import { TimeEntry } from './time/time-entry.entity';
import {
  JobCardTimeResolver,
  JobServiceTimeResolver,
  TimeEntryCorrectionResolver,
  TimeEntryResolver,
} from './time/time-entry.resolver';
import { TimeEntryCorrection } from './time/time-entry-correction.entity';

export const jobsParts = {
  entities: [
    JobCard,
    JobCardStatusChange,
    PreInspection,
    JobService,
    AdditionalService,
    TimeEntry,
    TimeEntryCorrection,
  ],
  resolvers: [
    JobCardResolver,
    JobCardStatusChangeResolver,
    VehicleJobsResolver,
    CustomerJobsResolver,
    JobProgressResolver,
    PreInspectionResolver,
    JobCardInspectionResolver,
    JobServiceResolver,
    JobCardServicesResolver,
    AdditionalServiceCommands,
    AdditionalServiceFields,
    AdditionalServiceLineResolver,
    AdditionalServiceDecisionResolver,
    JobCardApprovalsResolver,
    TimeEntryResolver,
    TimeEntryCorrectionResolver,
    JobCardTimeResolver,
    JobServiceTimeResolver,
    TechnicianResolver,
    TechnicianWorkloadResolver,
    JobCardToBillResolver,
    JobSheetResolver,
    JobCardUpdateResolver,
  ],
  references: [jobCardReference, vehicleJobsReference, customerJobsReference, additionalServiceReference],
  handlers: [partsChangedHandler],
  tasks: [forgetJobSheetsTask],
  constraints: {
    job_card_tracking_code: () => new ApiError('BUSY', 'Two cards drew the same tracking code. Try again.'),
    time_entry_running: () =>
      conflict('A clock of theirs runs already: stop it first.', { reason: 'CLOCK_RUNNING' }),
    time_entry_overlap: () =>
      conflict('It overlaps with another time entry of theirs.', { reason: 'OVERLAP' }),
  },
} satisfies Parts;

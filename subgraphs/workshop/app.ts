import type { SubgraphApp } from '../../shared/subgraph/app';
import { JobCard } from './jobs/job-card.entity';
import { customerJobsReference, jobCardReference, vehicleJobsReference } from './jobs/job-card.reference';
import { JobCardResolver, JobCardStatusChangeResolver } from './jobs/job-card.resolver';
import { CustomerJobsResolver, VehicleJobsResolver } from './jobs/neighbours.resolver';
import { JobCardStatusChange } from './jobs/status-change.entity';

export const workshopApp: SubgraphApp = {
  name: 'workshop',
  entities: [JobCard, JobCardStatusChange],
  resolvers: [JobCardResolver, JobCardStatusChangeResolver, VehicleJobsResolver, CustomerJobsResolver],
  references: [jobCardReference, vehicleJobsReference, customerJobsReference],
  handlers: [],
  tasks: [],
  constraints: {},
};

import { connectionOf } from '../../../shared/paging';
import { JobCard } from './job-card.entity';

export const JobCardConnection = connectionOf(JobCard, 'JobCard');

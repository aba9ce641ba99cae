import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { UserStub } from '../../stubs/user.stub';
import { JobCard } from '../job-card.entity';
import { jobCards } from '../job-card.loader';
import { JobService } from '../services/job-service.entity';
import { jobServices } from '../services/job-service.loader';
import { clockedHours } from './clocked';
import { correctTimeEntry } from './correct-time-entry';
import { listTimeEntries, NEWEST_ENTRY } from './list-time-entries';
import { startTimeEntry } from './start-time-entry';
import { stopTimeEntry } from './stop-time-entry';
import { TimeEntry } from './time-entry.entity';
import {
  CorrectTimeEntryInput,
  StartTimeEntryInput,
  TimeEntryFilter,
  TimeEntryOrder,
} from './time-entry.input';
import { corrections, timeEntries } from './time-entry.loader';
import { TimeEntryCorrection } from './time-entry-correction.entity';

const TimeEntryConnection = connectionOf(TimeEntry, 'TimeEntry');
const ID_OF_ENTRY = { description: 'The time entry.' };

@Resolver(() => TimeEntry)
export class TimeEntryResolver {
  @Query(() => TimeEntryConnection, {
    description: 'What was clocked on jobs of your service centres; for technicians, by themselves.',
  })
  @Permission('time:read')
  timeEntries(
    @Arg('filter', () => TimeEntryFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: TimeEntryFilter,
    @Arg('orderBy', () => TimeEntryOrder, {
      defaultValue: TimeEntryOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: TimeEntryOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<TimeEntry>> {
    return listTimeEntries(context, filter, orderBy, page);
  }

  @Mutation(() => TimeEntry, {
    description:
      'Clocks somebody on to a job that is in hand, or to one of its services. CONFLICT with `reason: CLOCK_RUNNING` and ' +
      'the entry as `current` while a clock of theirs runs.',
  })
  @Permission('jobs:update')
  startTimeEntry(
    @Arg('input', { description: 'On what.' }) input: StartTimeEntryInput,
    @Ctx() context: Context,
  ): Promise<TimeEntry> {
    return startTimeEntry(context, input);
  }

  @Mutation(() => TimeEntry, { description: 'Clocks somebody off. Stopped already, it stays as it is.' })
  @Permission('jobs:update')
  stopTimeEntry(@Arg('id', () => ID, ID_OF_ENTRY) id: string, @Ctx() context: Context): Promise<TimeEntry> {
    return stopTimeEntry(context, id);
  }

  @Mutation(() => TimeEntry, {
    description:
      'Corrects when a clock was started or stopped. What stood there before is kept. Nothing may overlap.',
  })
  @Permission('time:correct')
  correctTimeEntry(
    @Arg('id', () => ID, ID_OF_ENTRY) id: string,
    @Arg('input', { description: 'What is right, and why.' }) input: CorrectTimeEntryInput,
    @Ctx() context: Context,
  ): Promise<TimeEntry> {
    return correctTimeEntry(context, id, input);
  }

  @Reads<TimeEntry>('technicianId')
  @FieldResolver(() => UserStub, { nullable: true, description: 'Whose it is; null when not yours to see.' })
  @Permission('users:read')
  technician(@Root() entry: Row<TimeEntry>): UserStub {
    return { id: entry.technicianId };
  }

  @Reads<TimeEntry>('jobCardId')
  @FieldResolver(() => JobCard, {
    nullable: true,
    description: 'The job that was worked on; null when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() entry: Row<TimeEntry>, @Ctx() context: Context): Promise<JobCard | null> {
    return context.load(jobCards, entry.jobCardId);
  }

  @Reads<TimeEntry>('jobServiceId')
  @FieldResolver(() => JobService, {
    nullable: true,
    description: 'The service that was worked on; null for the job as a whole, or when not yours to see.',
  })
  @Permission('jobs:read')
  jobService(@Root() entry: Row<TimeEntry>, @Ctx() context: Context): Promise<JobService | null> | null {
    return entry.jobServiceId ? context.load(jobServices, entry.jobServiceId) : null;
  }

  @Reads<TimeEntry>('id')
  @FieldResolver(() => [TimeEntryCorrection], { description: 'How it was corrected, the last time first.' })
  corrections(@Root() entry: Row<TimeEntry>, @Ctx() context: Context): Promise<TimeEntryCorrection[]> {
    return context.childrenOf(corrections, 'timeEntryId', entry.id, { by: ['createdAt'], descending: true });
  }
}

@Resolver(() => TimeEntryCorrection)
export class TimeEntryCorrectionResolver {
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who corrected it; null when not yours to see.',
  })
  @Permission('users:read')
  correctedBy(@Root() correction: Row<TimeEntryCorrection>): UserStub | null {
    return correction.correctedById ? { id: correction.correctedById } : null;
  }
}

@Resolver(() => JobCard)
export class JobCardTimeResolver {
  @Reads<JobCard>('id')
  @FieldResolver(() => [TimeEntry], {
    nullable: true,
    description:
      'Who worked on it when, the last started first; technicians see their own. Null for customers.',
  })
  @Permission('time:read')
  timeEntries(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<TimeEntry[]> {
    return context.childrenOf(timeEntries, 'jobCardId', card.id, NEWEST_ENTRY);
  }

  @Reads<JobCard>('id')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Hours that were clocked on it by all, until now, as a decimal. Null for customers.',
  })
  @Permission('time:read')
  clockedHours(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<string> {
    return clockedHours(context, 'jobCardId', card.id);
  }
}

@Resolver(() => JobService)
export class JobServiceTimeResolver {
  @Reads<JobService>('id')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Hours that were clocked on it by all, until now, as a decimal. Null for customers.',
  })
  @Permission('time:read')
  clockedHours(@Root() service: Row<JobService>, @Ctx() context: Context): Promise<string> {
    return clockedHours(context, 'jobServiceId', service.id);
  }
}

import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LiveUpdate } from '../../../../shared/live/live-field';
import { defineUpdateKinds } from '../../../../shared/live/update-kinds';
import { WorkUpdateFilter } from '../../live/work-update-filter';
import { JobCard } from '../job-card.entity';

export const jobCardUpdates = defineUpdateKinds({
  name: 'JobCardUpdateType',
  description: 'What became of a job card.',
  kinds: {
    CREATED: { means: 'It was taken in.', events: ['JobCardCreated'] },
    CHANGED: { means: 'What is written on it changed.', events: ['JobCardUpdated'] },
    INSPECTED: { means: 'The vehicle was looked over.', events: ['JobCardInspected'] },
    ASSIGNED: { means: 'It was given to a technician, or to another.', events: ['JobCardAssigned'] },
    STARTED: { means: 'Work began.', events: ['JobCardStarted'] },
    WAITING: {
      means: 'Work stands still: for parts, for an approval, or paused.',
      events: ['JobCardWaiting', 'JobCardPaused'],
    },
    RESUMED: { means: 'Work goes on.', events: ['JobCardResumed'] },
    COMPLETED: { means: 'The work is done.', events: ['JobCardCompleted'] },
    DELIVERED: { means: 'The customer has the vehicle back.', events: ['JobCardDelivered'] },
    CANCELLED: { means: 'It was called off.', events: ['JobCardCancelled'] },
    STAGE_CHANGED: { means: 'It moved to another stage of the board.', events: ['JobCardStageChanged'] },
    SERVICES_CHANGED: {
      means: 'A service was added, changed, removed, begun, done or skipped.',
      events: [
        'JobServiceAdded',
        'JobServiceUpdated',
        'JobServiceRemoved',
        'JobServiceStarted',
        'JobServiceCompleted',
        'JobServiceSkipped',
      ],
    },
    WORK_PROPOSED: {
      means: 'More work was proposed, or a proposal was revised or withdrawn.',
      events: ['AdditionalServiceProposed', 'AdditionalServiceRevised', 'AdditionalServiceWithdrawn'],
    },
    WORK_DECIDED: {
      means: 'The customer approved or declined more work.',
      events: ['AdditionalServiceDecided'],
    },
    CLOCKED: {
      means: 'A technician’s clock was started, stopped or corrected.',
      events: ['TimeEntryStarted', 'TimeEntryStopped', 'TimeEntryCorrected'],
    },
    PHOTOGRAPHED: { means: 'Photos were added.', events: ['JobCardPhotosAttached'] },
    ANNOUNCED: {
      means: 'The customer announced the vehicle before bringing it.',
      events: ['PreCheckInReceived'],
    },
  },
});

export const JobCardUpdateType = jobCardUpdates.enumeration;
export type JobCardUpdateType = keyof typeof JobCardUpdateType;

@InputType({ description: 'Which updates of job cards. Everything given must hold.' })
export class JobCardUpdateFilter extends WorkUpdateFilter {
  @Field(() => [JobCardUpdateType], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(20)
  types?: JobCardUpdateType[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this job card alone.' })
  @IsOptional()
  @IsUUID()
  jobCardId?: string | null;
}

@ObjectType({ description: 'Something became of a job card.' })
export class JobCardUpdate extends LiveUpdate {
  @Field(() => JobCardUpdateType, { description: 'What.' })
  type!: JobCardUpdateType;

  @Field(() => JobCard, {
    description: 'The card as it is when this is told, which after a replay is later than `occurredAt`.',
  })
  jobCard!: JobCard;
}

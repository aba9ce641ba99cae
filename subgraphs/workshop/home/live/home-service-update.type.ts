import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LiveUpdate } from '../../../../shared/live/live-field';
import { defineUpdateKinds } from '../../../../shared/live/update-kinds';
import { WorkUpdateFilter } from '../../live/work-update-filter';
import { HomeService } from '../home-service.entity';

export const homeServiceUpdates = defineUpdateKinds({
  name: 'HomeServiceUpdateType',
  description: 'What became of a home visit.',
  kinds: {
    SCHEDULED: { means: 'It was planned, or given another time.', events: ['HomeServiceScheduled'] },
    ASSIGNED: { means: 'It was given to a technician, or to another.', events: ['HomeServiceAssigned'] },
    CHANGED: { means: 'What is written about it changed.', events: ['HomeServiceUpdated'] },
    EN_ROUTE: { means: 'The technician has left.', events: ['HomeServiceEnRoute'] },
    LOCATED: { means: 'The technician said where they are.', events: ['HomeServiceLocated'] },
    ARRIVED: { means: 'The technician is there.', events: ['HomeServiceArrived'] },
    STARTED: { means: 'Work began.', events: ['HomeServiceStarted'] },
    COMPLETED: { means: 'It is over.', events: ['HomeServiceCompleted'] },
    CANCELLED: { means: 'It was called off.', events: ['HomeServiceCancelled'] },
  },
});

export const HomeServiceUpdateType = homeServiceUpdates.enumeration;
export type HomeServiceUpdateType = keyof typeof HomeServiceUpdateType;

@InputType({ description: 'Which updates of home visits. Everything given must hold.' })
export class HomeServiceUpdateFilter extends WorkUpdateFilter {
  @Field(() => [HomeServiceUpdateType], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(20)
  types?: HomeServiceUpdateType[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this home visit alone.' })
  @IsOptional()
  @IsUUID()
  homeServiceId?: string | null;
}

@ObjectType({ description: 'Something became of a home visit.' })
export class HomeServiceUpdate extends LiveUpdate {
  @Field(() => HomeServiceUpdateType, { description: 'What.' })
  type!: HomeServiceUpdateType;

  @Field(() => HomeService, {
    description: 'The visit as it is when this is told, which after a replay is later than `occurredAt`.',
  })
  homeService!: HomeService;
}

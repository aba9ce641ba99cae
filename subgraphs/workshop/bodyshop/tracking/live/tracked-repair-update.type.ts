import { Field, ObjectType } from 'type-graphql';
import { LiveUpdate } from '../../../../../shared/live/live-field';
import { defineUpdateKinds } from '../../../../../shared/live/update-kinds';
import { TrackedRepair } from '../tracked-repair.type';

export const trackedRepairUpdates = defineUpdateKinds({
  name: 'TrackedRepairUpdateType',
  description: 'What became of a repair, as its customer sees it.',
  kinds: {
    STATUS_CHANGED: {
      means: 'The job stands somewhere else.',
      events: [
        'JobCardInspected',
        'JobCardAssigned',
        'JobCardStarted',
        'JobCardWaiting',
        'JobCardPaused',
        'JobCardResumed',
        'JobCardCompleted',
        'JobCardDelivered',
        'JobCardCancelled',
      ],
    },
    STAGE_CHANGED: { means: 'It moved to another stage.', events: ['JobCardStageChanged'] },
    PROMISED: { means: 'It is expected to be ready at another time.', events: ['JobCardUpdated'] },
    PHOTOGRAPHED: { means: 'There are more photos to see.', events: ['JobCardPhotosAttached'] },
  },
});

export const TrackedRepairUpdateType = trackedRepairUpdates.enumeration;
export type TrackedRepairUpdateType = keyof typeof TrackedRepairUpdateType;

@ObjectType({ description: 'Something became of a repair that is tracked.' })
export class TrackedRepairUpdate extends LiveUpdate {
  @Field(() => TrackedRepairUpdateType, { description: 'What.' })
  type!: TrackedRepairUpdateType;

  @Field(() => TrackedRepair, {
    description: 'The repair as it is when this is told, which after a replay is later than `occurredAt`.',
  })
  repair!: TrackedRepair;
}

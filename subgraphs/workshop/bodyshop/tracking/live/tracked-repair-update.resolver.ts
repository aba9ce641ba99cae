import { Args, Ctx, Resolver } from 'type-graphql';
import { Public } from '../../../../../shared/access/permission';
import { Live, LiveArgs } from '../../../../../shared/live/live-field';
import { Context } from '../../../../../shared/subgraph/context';
import { TrackRepairArgs } from '../track-repair.args';
import { TrackedRepairUpdate } from './tracked-repair-update.type';
import { trackedRepairUpdated } from './tracked-repair-updated';

@Resolver(() => TrackedRepairUpdate)
export class TrackedRepairUpdateResolver {
  @Live(() => TrackedRepairUpdate, {
    description:
      'Tells of every step of a repair to whoever could ask `trackRepair` for it, by the same code and second factor. ' +
      'Guesses count with those of `trackRepair`; what is open counts no more.',
  })
  @Public()
  trackedRepairUpdated(
    @Args() asked: TrackRepairArgs,
    @Args() { after }: LiveArgs,
    @Ctx() context: Context,
  ): Promise<TrackedRepairUpdate> {
    return trackedRepairUpdated(context, asked, after);
  }
}

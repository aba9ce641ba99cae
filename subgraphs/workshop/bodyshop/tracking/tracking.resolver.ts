import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { photoThumbnailUrl, photoUrl } from '../photos/photo-links';
import { findRepair } from './track-repair';
import { TrackRepairArgs } from './track-repair.args';
import { TrackedPhoto, TrackedRepair } from './tracked-repair.type';

@Resolver()
export class TrackingResolver {
  @Query(() => TrackedRepair, {
    description:
      'How far a repair is, for whoever has its code and knows the plate or the end of the phone. NOT_FOUND does not ' +
      'say which of them was wrong; who is wrong too often is RATE_LIMITED.',
  })
  @Public()
  async trackRepair(@Args() args: TrackRepairArgs, @Ctx() context: Context): Promise<TrackedRepair> {
    const { repair } = await findRepair(context, args);
    return repair;
  }
}

@Resolver(() => TrackedPhoto)
export class TrackedPhotoResolver {
  @FieldResolver(() => String, { description: 'Where to fetch it.' })
  url(@Root() { stored }: TrackedPhoto, @Ctx() { kernel }: Context): Promise<string> {
    return photoUrl(kernel, stored);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to fetch a small picture of it; null when there is none.',
  })
  thumbnailUrl(@Root() { stored }: TrackedPhoto, @Ctx() { kernel }: Context): Promise<string> | null {
    return photoThumbnailUrl(kernel, stored);
  }
}

import { Length, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Public } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { photoThumbnailUrl, photoUrl } from '../photos/photo-links';
import { trackRepair } from './track-repair';
import { TrackedPhoto, TrackedRepair } from './tracked-repair.type';

@ArgsType()
class TrackRepairArgs {
  @Field(() => String, {
    nullable: true,
    description: 'The organisation’s slug; not needed where there is only one.',
  })
  @MaxLength(100)
  organisation?: string | null;

  @Field({ description: 'The tracking code, such as `7KQ2MX`; case and spaces do not matter.' })
  @Length(1, 40)
  code!: string;

  @Field({ description: 'The vehicle’s plate, or the last four digits of the customer’s phone.' })
  @Length(1, 40)
  secondFactor!: string;
}

@Resolver()
export class TrackingResolver {
  @Query(() => TrackedRepair, {
    description:
      'How far a repair is, for whoever has its code and knows the plate or the end of the phone. NOT_FOUND does not ' +
      'say which of them was wrong; who is wrong too often is RATE_LIMITED.',
  })
  @Public()
  trackRepair(@Args() args: TrackRepairArgs, @Ctx() context: Context): Promise<TrackedRepair> {
    return trackRepair(context, args);
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

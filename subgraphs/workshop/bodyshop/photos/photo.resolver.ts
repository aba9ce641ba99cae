import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Context } from '../../../../shared/subgraph/context';
import { JobCard } from '../../jobs/job-card.entity';
import { UserStub } from '../../stubs/user.stub';
import { attachPhotos } from './attach-photos';
import { Photo } from './photo.entity';
import { PhotoInput } from './photo.input';
import { photos } from './photo.loader';
import { photoThumbnailUrl, photoUrl } from './photo-links';

@Resolver(() => Photo)
export class PhotoResolver {
  @Mutation(() => [Photo], {
    description:
      'Attaches images that were uploaded to a job card, up to 20 at a time, and answers with them. One that is ' +
      'attached already stays as it is.',
  })
  @Permission('jobs:photograph')
  attachPhotos(
    @Arg('jobCardId', () => ID, { description: 'The job card.' }) jobCardId: string,
    @Arg('photos', () => [PhotoInput], { description: 'The photos.' }) given: PhotoInput[],
    @Ctx() context: Context,
  ): Promise<Photo[]> {
    return attachPhotos(context, jobCardId, given);
  }

  @FieldResolver(() => String, { description: 'Where to fetch it, for 15 minutes.' })
  url(@Root() photo: Row<Photo>, @Ctx() { kernel }: Context): Promise<string> {
    return photoUrl(kernel, photo);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to fetch a small WebP picture of it (at most 320 pixels a side), for 15 minutes; null when there is none.',
  })
  thumbnailUrl(@Root() photo: Row<Photo>, @Ctx() { kernel }: Context): Promise<string> | null {
    return photoThumbnailUrl(kernel, photo);
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who attached it; null for the customer without an account, or when not yours to see.',
  })
  @Permission('users:read')
  addedBy(@Root() photo: Row<Photo>): UserStub | null {
    return photo.addedById ? { id: photo.addedById } : null;
  }
}

@Resolver(() => JobCard)
export class JobCardPhotosResolver {
  @Reads<JobCard>('id')
  @FieldResolver(() => [Photo], { description: 'Its photos, the first attached first.' })
  photos(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<Photo[]> {
    return context.childrenOf(photos, 'jobCardId', card.id, { by: ['createdAt'], descending: false });
  }
}

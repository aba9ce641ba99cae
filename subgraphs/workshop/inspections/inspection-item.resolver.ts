import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Context } from '../../../shared/subgraph/context';
import { photoThumbnailUrl, photoUrl } from '../bodyshop/photos/photo-links';
import { UserStub } from '../stubs/user.stub';
import { InspectionItem } from './inspection-item.entity';
import { InspectionPhoto } from './inspection-photo.entity';
import { photosOf } from './items-of';

@Resolver(() => InspectionItem)
export class InspectionItemResolver {
  @FieldResolver(() => [InspectionPhoto], { description: 'Its photos, the first attached first.' })
  photos(@Root() { id }: Row<InspectionItem>, @Ctx() context: Context): Promise<InspectionPhoto[]> {
    return photosOf(context, id);
  }

  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who recorded it; null while it is open, or when not yours to see.',
  })
  @Permission('users:read')
  recordedBy(@Root() { recordedById }: Row<InspectionItem>): UserStub | null {
    return recordedById ? { id: recordedById } : null;
  }
}

@Resolver(() => InspectionPhoto)
export class InspectionPhotoResolver {
  @FieldResolver(() => String, { description: 'Where to fetch it, for 15 minutes.' })
  url(@Root() photo: Row<InspectionPhoto>, @Ctx() { kernel }: Context): Promise<string> {
    return photoUrl(kernel, photo);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to fetch a small WebP picture of it (at most 320 pixels a side), for 15 minutes; null when there is none.',
  })
  thumbnailUrl(@Root() photo: Row<InspectionPhoto>, @Ctx() { kernel }: Context): Promise<string> | null {
    return photoThumbnailUrl(kernel, photo);
  }
}

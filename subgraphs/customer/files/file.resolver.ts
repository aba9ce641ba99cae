import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { addSeconds } from '../../../shared/clock';
import type { Row } from '../../../shared/database/readable';
import { bytesKey, thumbnailKey } from '../../../shared/files/keys';
import { Context } from '../../../shared/subgraph/context';
import { completeUpload } from './complete-upload';
import { createUpload } from './create-upload';
import { File, FileState } from './file.entity';
import { files } from './file.loader';
import { CreateUploadInput } from './upload.input';
import { Upload } from './upload.type';

const LINK_SECONDS = 15 * 60;

@Resolver(() => File)
export class FileResolver {
  @Query(() => File, { nullable: true, description: 'One file; null when there is none that you may see.' })
  @Permission('files:read')
  file(
    @Arg('id', () => ID, { description: 'The file.' }) id: string,
    @Ctx() context: Context,
  ): Promise<File | null> {
    return context.load(files, id);
  }

  @Mutation(() => Upload, {
    description: 'Announces a file and answers where to send its bytes, within the hour.',
  })
  @Permission('files:create')
  createUpload(
    @Arg('input', { description: 'What will be sent.' }) input: CreateUploadInput,
    @Ctx() context: Context,
  ): Promise<Upload> {
    return createUpload(context, input);
  }

  @Mutation(() => File, {
    description:
      'Checks the bytes that were sent and keeps the file. What is not what was announced is deleted. Again: the ' +
      'same answer. What is not completed within a day is forgotten.',
  })
  @Permission('files:create')
  completeUpload(
    @Arg('fileId', () => ID, { description: 'The file of the upload.' }) fileId: string,
    @Ctx() context: Context,
  ): Promise<File> {
    return completeUpload(context, fileId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to fetch it, for 15 minutes; null until it is `READY`.',
  })
  url(@Root() file: Row<File>, @Ctx() { kernel }: Context): Promise<string> | null {
    if (file.state !== FileState.READY) return null;
    return kernel.storage.downloadUrl(bytesKey(file), {
      expiresAt: addSeconds(kernel.clock.now(), LINK_SECONDS),
      fileName: file.name,
      contentType: file.contentType,
      inline: true,
    });
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to fetch a small WebP picture of it (at most 320 pixels a side), for 15 minutes; null when there is none.',
  })
  thumbnailUrl(@Root() file: Row<File>, @Ctx() { kernel }: Context): Promise<string> | null {
    if (!file.hasThumbnail) return null;
    return kernel.storage.downloadUrl(thumbnailKey(file), {
      expiresAt: addSeconds(kernel.clock.now(), LINK_SECONDS),
      fileName: `${file.name}.webp`,
      contentType: 'image/webp',
      inline: true,
    });
  }
}

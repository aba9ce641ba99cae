import { addSeconds } from '../../../../shared/clock';
import { bytesKey, thumbnailKey } from '../../../../shared/files/keys';
import type { Kernel } from '../../../../shared/subgraph/kernel';
import type { Photo } from './photo.entity';

const LINK_SECONDS = 15 * 60;

export type StoredPhoto = Pick<
  Photo,
  'organisationId' | 'fileId' | 'fileName' | 'contentType' | 'hasThumbnail'
>;

const stored = ({ organisationId, fileId }: StoredPhoto) => ({ organisationId, id: fileId });

/** The storage is asked, and not the files' own subgraph: a board of photos costs no call. */
export const photoUrl = ({ storage, clock }: Kernel, photo: StoredPhoto): Promise<string> =>
  storage.downloadUrl(bytesKey(stored(photo)), {
    expiresAt: addSeconds(clock.now(), LINK_SECONDS),
    fileName: photo.fileName,
    contentType: photo.contentType,
    inline: true,
  });

export const photoThumbnailUrl = ({ storage, clock }: Kernel, photo: StoredPhoto): Promise<string> | null =>
  photo.hasThumbnail
    ? storage.downloadUrl(thumbnailKey(stored(photo)), {
        expiresAt: addSeconds(clock.now(), LINK_SECONDS),
        fileName: `${photo.fileName}.webp`,
        contentType: 'image/webp',
        inline: true,
      })
    : null;

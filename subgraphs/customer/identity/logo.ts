import { addSeconds } from '../../../shared/clock';
import { type ApiError, badField } from '../../../shared/errors';
import { thumbnailKey } from '../../../shared/files/keys';
import type { Context } from '../../../shared/subgraph/context';
import type { Kernel } from '../../../shared/subgraph/kernel';
import { FileState } from '../files/file.entity';
import { files } from '../files/file.loader';
import type { Organisation } from './organisation.entity';

const PATH = 'input.logoFileId';
const LINK_SECONDS = 15 * 60;

export const unknownLogo = (): ApiError => badField(PATH, 'UNKNOWN', 'There is no such file.');

/** Pictures that a thumbnail could be made of are those that documents can show. */
export async function requireLogo(context: Context, fileId: string): Promise<void> {
  const file = await context.load(files, fileId);
  if (!file || file.private) throw unknownLogo();
  if (file.state !== FileState.READY) throw badField(PATH, 'NOT_READY', 'Complete the upload first.');
  if (!file.hasThumbnail)
    throw badField(PATH, 'NOT_AN_IMAGE', 'A logo is an image, such as a PNG or a JPEG.');
}

export const logoUrl = (
  { storage, clock }: Kernel,
  { organisationId, logoFileId }: Pick<Organisation, 'organisationId' | 'logoFileId'>,
): Promise<string> | null =>
  logoFileId === null
    ? null
    : storage.downloadUrl(thumbnailKey({ organisationId, id: logoFileId }), {
        expiresAt: addSeconds(clock.now(), LINK_SECONDS),
        fileName: 'logo.webp',
        contentType: 'image/webp',
        inline: true,
      });

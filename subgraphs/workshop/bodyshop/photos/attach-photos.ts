import type { Identity } from '../../../../shared/access/identity';
import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField, conflict } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../../jobs/job-card.entity';
import { JobCardStatus } from '../../jobs/job-card.lifecycle';
import { cardsToPhotograph } from '../../jobs/job-card.loader';
import { Photo } from './photo.entity';
import type { PhotoInput } from './photo.input';
import { attachedPhotos } from './photo.loader';
import { readyImages } from './ready-images';

const MOST_AT_ONCE = 20;
const MOST_OF_A_CARD = 200;
/** Of somebody without an account, who announced the car. */
const MOST_OF_A_LINK = 10;

/** A file that is attached to the card already stays as it is: a repeated call adds nothing. */
export async function attachPhotos(
  context: Context,
  jobCardId: string,
  given: PhotoInput[],
): Promise<Photo[]> {
  if (given.length === 0 || given.length > MOST_AT_ONCE)
    throw badField('photos', 'LENGTH', `Attach 1 to ${MOST_AT_ONCE} photos at a time.`);
  const files = await readyImages(
    context,
    given.map(({ fileId }, index) => ({ fileId, path: `photos.${index}.fileId` })),
  );
  await context.transaction(async (tx) => {
    const card = await tx.lock(cardsToPhotograph, jobCardId);
    const present = await tx.rows(
      attachedPhotos,
      sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = ${card.id}`,
    );
    const known = new Set(present.map(({ fileId }) => fileId));
    const added = [...new Map(given.map((photo) => [photo.fileId, photo])).values()].filter(
      ({ fileId }) => !known.has(fileId),
    );
    if (added.length === 0) return;
    requireRoom(tx, card, present, added.length);
    for (const photo of added)
      await tx.insert(Photo, {
        ...photo,
        ...files.get(photo.fileId)!,
        caption: photo.caption?.trim() || null,
        jobCardId: card.id,
        ...attachedBy(tx.identity),
      });
    tx.emit({
      name: 'JobCardPhotosAttached',
      subjectType: 'JobCard',
      subjectId: card.id,
      payload: { shownInTracking: added.some(({ shownInTracking }) => shownInTracking) },
    });
  });
  return inGivenOrder(context, jobCardId, given);
}

const attachedBy = ({ kind, actorId }: Identity): Pick<Photo, 'addedById' | 'linkId'> =>
  kind === 'LINK' ? { addedById: null, linkId: actorId } : { addedById: actorId, linkId: null };

function requireRoom(tx: Transaction, card: JobCard, present: Photo[], added: number): void {
  if (present.length + added > MOST_OF_A_CARD)
    throw badField('photos', 'TOO_MANY', `A job card has at most ${MOST_OF_A_CARD} photos.`);
  const { link, actorId } = tx.identity;
  if (!link) return;
  if (card.status !== JobCardStatus.CREATED)
    throw conflict('The shop has begun with this job: show the photos to them.');
  const own = present.filter(({ linkId }) => linkId === actorId).length;
  if (own + added > MOST_OF_A_LINK)
    throw badField('photos', 'TOO_MANY', `With this link, at most ${MOST_OF_A_LINK} photos.`);
}

async function inGivenOrder(context: Context, jobCardId: string, given: PhotoInput[]): Promise<Photo[]> {
  const rows = await context.reader.rows(
    attachedPhotos,
    sql`t.job_card_id = ${jobCardId} and t.file_id = any(${given.map(({ fileId }) => fileId)}::uuid[])`,
  );
  const place = new Map(given.map(({ fileId }, index) => [fileId, index]));
  return rows.sort((a, b) => place.get(a.fileId)! - place.get(b.fileId)!);
}

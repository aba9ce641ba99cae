import { type Sql, sql } from '../../../../shared/database/sql';
import { newId } from '../../../../shared/ids';
import type { Context } from '../../../../shared/subgraph/context';
import type { JobCard } from '../../jobs/job-card.entity';
import type { JobCardStatus } from '../../jobs/job-card.lifecycle';
import { everyCard } from '../../jobs/job-card.loader';
import type { Photo } from '../photos/photo.entity';
import { everyPhoto } from '../photos/photo.loader';
import type { PreCheckIn } from '../pre-check-in/pre-check-in.entity';
import { everyPreCheckIn } from '../pre-check-in/pre-check-in.loader';
import { factorsOf } from './second-factor';
import type { TrackedRepair, TrackedStep } from './tracked-repair.type';

/** A job that is over is tracked a month longer. */
const OVER = sql`(t.status in ('DELIVERED', 'CANCELLED') and t.updated_at < now() - interval '30 days')`;

/** A code as it is found; one that no card has is found, too, with nothing in it. */
export interface Tracked {
  /** The records that the answer is made of: a change of any of them makes it old. */
  subjects: readonly string[];
  factors: readonly string[];
  shown: { cardId: string; repair: TrackedRepair } | null;
}

/**
 * Everything that is shown of a card. A code that no card has is read with ids that nothing has: the same statements
 * here and in the other subgraphs, so that the time tells nothing.
 */
export async function readTracked(context: Context, organisationId: string, code: string): Promise<Tracked> {
  const [card] = await context.reader.rows(
    everyCard,
    sql`t.organisation_id = ${organisationId} and t.tracking_code = ${code} and not ${OVER}`,
  );
  const ids = card ?? { id: newId(), customerId: newId(), vehicleId: newId(), serviceCentreId: newId() };
  const [announced, stage, steps, photos, others] = await Promise.all([
    announcedAs(context, ids.id),
    stageOf(context, card?.stageId ?? newId()),
    stepsOf(context, ids.id),
    shownPhotos(context, ids.id),
    othersKnow(context, organisationId, ids),
  ]);
  if (!card) return { subjects: [organisationId], factors: [], shown: null };
  return {
    subjects: [organisationId, card.id, card.customerId, card.vehicleId, card.serviceCentreId],
    factors: factorsOf({
      plates: [others.vehicle?.plate, announced?.plate],
      phones: [others.customer?.phone, announced?.phone],
    }),
    shown: {
      cardId: card.id,
      repair: {
        ...subjectOf(announced, others),
        ...progressOf(card, stage, steps),
        photos: photos.map(photoShown),
      },
    },
  };
}

interface Others {
  customer: { firstName: string; phone: string | null } | null;
  vehicle: { make: string; model: string; plate: string | null } | null;
  centre: { name: string } | null;
}

async function othersKnow(
  context: Context,
  organisationId: string,
  ids: Pick<JobCard, 'customerId' | 'vehicleId' | 'serviceCentreId'>,
): Promise<Others> {
  const { peers } = context.asSystem(organisationId);
  const one = async <T>(subgraph: 'customer' | 'vehicle', type: string, id: string, selection: string) =>
    (await peers.entities<T>(subgraph, type, [id], selection))[0] ?? null;
  const [customer, vehicle, centre] = await Promise.all([
    one<NonNullable<Others['customer']>>('customer', 'Customer', ids.customerId, 'firstName phone'),
    one<NonNullable<Others['vehicle']>>('vehicle', 'Vehicle', ids.vehicleId, 'make model plate'),
    one<NonNullable<Others['centre']>>('customer', 'ServiceCentre', ids.serviceCentreId, 'name'),
  ]);
  return { customer, vehicle, centre };
}

/** Who announced a car is shown what they said themselves: whether we knew more of them or it is ours to know. */
function subjectOf(
  announced: PreCheckIn | undefined,
  { customer, vehicle, centre }: Others,
): Pick<TrackedRepair, 'serviceCentre' | 'firstName' | 'make' | 'model' | 'plate'> {
  const { firstName, make, model, plate } = announced ?? { ...customer, ...vehicle };
  return {
    serviceCentre: centre?.name ?? null,
    firstName: firstName || null,
    make: make ?? null,
    model: model ?? null,
    plate: plate ? `•••${plate.slice(-2)}` : null,
  };
}

const progressOf = (card: JobCard, stage: StageRow | undefined, history: TrackedStep[]) => ({
  number: card.number,
  status: card.status,
  stage: stage?.name ?? null,
  stageColour: stage?.colour ?? null,
  receivedAt: card.createdAt,
  promisedAt: card.promisedAt,
  history,
});

const photoShown = (photo: Photo): TrackedRepair['photos'][number] => ({
  stored: photo,
  caption: photo.caption,
  phase: photo.phase,
  addedAt: photo.createdAt,
});

async function announcedAs(context: Context, cardId: string): Promise<PreCheckIn | undefined> {
  const [row] = await context.reader.rows(everyPreCheckIn, sql`t.job_card_id = ${cardId}`);
  return row;
}

interface StageRow {
  name: string;
  colour: string;
}

async function stageOf(context: Context, stageId: string): Promise<StageRow | undefined> {
  const [row] = await context.reader.query<StageRow>(
    sql`select t.name, t.colour from workshop.job_stage t where t.id = ${stageId}`,
  );
  return row;
}

const STEPS = (cardId: string): Sql => sql`
  select created_at as at, to_status as status, null as stage, id
    from workshop.job_card_status_change where job_card_id = ${cardId}
  union all
  select c.created_at, null, s.name, c.id from workshop.job_card_stage_change c
    join workshop.job_stage s on s.organisation_id = c.organisation_id and s.id = c.to_stage_id
    where c.job_card_id = ${cardId}
  order by 1 desc, 4 desc limit 200`;

async function stepsOf(context: Context, cardId: string): Promise<TrackedStep[]> {
  const rows = await context.reader.query<{ at: Date; status: JobCardStatus | null; stage: string | null }>(
    STEPS(cardId),
  );
  return rows.map(({ at, status, stage }) => ({ at, status, stage }));
}

const shownPhotos = (context: Context, cardId: string): Promise<Photo[]> =>
  context.reader.rows(
    everyPhoto,
    sql`t.job_card_id = ${cardId} and t.shown_in_tracking`,
    sql`order by t.created_at, t.id limit 200`,
  );

import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import { throttleAll } from '../../../../shared/throttle/throttle';
import { takeIn } from '../../jobs/create-job-card';
import type { JobCard } from '../../jobs/job-card.entity';
import { JobPriority } from '../../jobs/job-card.input';
import { everyCard } from '../../jobs/job-card.loader';
import { requireNotPast } from '../../not-past';
import { addressOf, nobodyIn, organisationNamed } from '../entrance';
import { ensureDefaultStages, PRE_CHECK_IN } from '../stages/default-stages';
import type { JobStage } from '../stages/job-stage.entity';
import { everyStage, onBoardOf } from '../stages/job-stage.loader';
import { recordStage } from '../stages/move-to-stage';
import { PRE_CHECK_IN_LIMITS } from './limits';
import { PreCheckIn } from './pre-check-in.entity';
import type { PreCheckInInput } from './pre-check-in.input';
import type { PreCheckInReceipt } from './pre-check-in.type';
import { type AnnouncedSubject, openCentre, takeInSubject } from './take-in-subject';
import { uploadLink } from './upload-link';

/** The same work and the same answer for a stranger and for a customer, for a new car and for one that we know. */
export async function preCheckIn(context: Context, input: PreCheckInInput): Promise<PreCheckInReceipt> {
  const organisationId = await organisationNamed(context, input.organisation, 'input.organisation');
  await throttleAll(context, [
    [PRE_CHECK_IN_LIMITS.fromAddress, addressOf(context)],
    [PRE_CHECK_IN_LIMITS.inAll, organisationId ?? 'none'],
  ]);
  if (!organisationId)
    throw badField('input.organisation', 'UNKNOWN', 'There is no organisation with this slug.');
  requireNotPast(input.preferredDate, context.kernel.clock.now());
  const system = context.asSystem(organisationId);
  const centre = await openCentre(system, input.serviceCentre);
  const subject = await takeInSubject(system, input, centre);
  const inside = nobodyIn(context, organisationId);
  const { id } = await inside.once(
    { operation: 'preCheckIn', key: input.idempotencyKey, input },
    async (tx) => ({ id: (await announce(tx, input, { ...subject, ...centre })).id }),
  );
  const card = await inside.loadOrFail(everyCard, id);
  const { token, expiresAt } = await uploadLink(inside, card);
  return {
    jobCardId: id,
    number: card.number,
    trackingCode: card.trackingCode,
    uploadToken: token,
    uploadUntil: expiresAt,
  };
}

async function announce(
  tx: Transaction,
  input: PreCheckInInput,
  subject: AnnouncedSubject & { serviceCentreId: string },
): Promise<JobCard> {
  const { firstName, lastName, email, plate, make, model, preferredDate } = input;
  const {
    serviceCentreId,
    customerId,
    vehicleId,
    customerWasKnown,
    vehicleWasKnown,
    vehicleIsAnothers,
    phone,
  } = subject;
  const stage = await stageOfArrival(tx, serviceCentreId);
  const about = { serviceCentreId, customerId, vehicleId };
  const card = await takeIn(tx, about, {
    complaint: input.damage,
    priority: JobPriority.MEDIUM,
    stageId: stage.id,
  });
  await tx.insert(PreCheckIn, {
    jobCardId: card.id,
    firstName: firstName.trim(),
    lastName: lastName.trim(),
    phone,
    email: email?.trim().toLowerCase() ?? null,
    plate: plate.trim(),
    make: make.trim(),
    model: model.trim(),
    preferredDate: preferredDate ?? null,
    customerWasKnown,
    vehicleWasKnown,
    vehicleIsAnothers,
  });
  await recordStage(tx, card, stage);
  tx.emit({ name: 'PreCheckInReceived', subjectType: 'JobCard', subjectId: card.id, payload: about });
  return card;
}

/** Where pre-check-ins arrive; on a board without that stage, where it begins. */
async function stageOfArrival(tx: Transaction, serviceCentreId: string): Promise<JobStage> {
  await ensureDefaultStages(tx);
  const [stage] = await tx.rows(
    everyStage,
    onBoardOf(tx.organisationId, serviceCentreId),
    sql`order by (t.key = ${PRE_CHECK_IN}) desc, t.position, t.id limit 1`,
  );
  return stage!;
}

import { sql } from '../../../shared/database/sql';
import type { Transaction } from '../../../shared/database/transaction';
import { badField, conflict } from '../../../shared/errors';
import { newId } from '../../../shared/ids';
import type { Context } from '../../../shared/subgraph/context';
import type { JobCard } from '../jobs/job-card.entity';
import { Inspection } from './inspection.entity';
import type { StartInspectionInput } from './inspection.input';
import { inspectionLifecycle } from './inspection.lifecycle';
import { cardsToInspect, everyInspection } from './inspection.loader';
import { emitAbout } from './inspection-event';
import type { InspectionTemplate } from './templates/inspection-template.entity';
import { everyInspectionTemplate } from './templates/inspection-template.loader';
import { usualTemplate } from './templates/list-inspection-templates';

/** Behind that the vehicle is not here any more. */
const OVER = new Set(['DELIVERED', 'CANCELLED']);

/** One that was begun with the same template and is not done is gone on with. */
export async function startInspection(
  context: Context,
  { jobCardId, templateId }: StartInspectionInput,
): Promise<Inspection> {
  const chosen = templateId
    ? await context.load(everyInspectionTemplate, templateId)
    : await usualTemplate(context);
  if (!chosen)
    throw badField(
      'input.templateId',
      templateId ? 'UNKNOWN' : 'REQUIRED',
      templateId ? 'There is no such template.' : 'No template is in use: say which one.',
    );
  const id = await context.transaction(async (tx) => {
    const card = await tx.lock(cardsToInspect, jobCardId);
    const begun = await begunWith(tx, card, chosen.id);
    if (begun) return begun.id;
    if (OVER.has(card.status))
      throw conflict(`A job card that is ${card.status} is not inspected any more.`, {
        current: { id: card.id, version: card.version, status: card.status },
      });
    return (await begin(tx, card, await lockedTemplate(tx, chosen.id))).id;
  });
  return context.loadOrFail(everyInspection, id);
}

async function begunWith(
  tx: Transaction,
  { id }: JobCard,
  templateId: string,
): Promise<Inspection | undefined> {
  const [begun] = await tx.rows(
    everyInspection,
    sql`t.organisation_id = ${tx.organisationId} and t.job_card_id = ${id} and t.template_id = ${templateId}
      and t.status = 'IN_PROGRESS'`,
  );
  return begun;
}

/** As it is now: a change of it waits until it was copied. */
async function lockedTemplate(tx: Transaction, id: string): Promise<InspectionTemplate> {
  const [template] = await tx.rows(
    everyInspectionTemplate,
    sql`t.organisation_id = ${tx.organisationId} and t.id = ${id}`,
    sql`for share of t`,
  );
  if (!template!.active)
    throw badField('input.templateId', 'NOT_IN_USE', 'This template is not in use any more.');
  return template!;
}

async function begin(tx: Transaction, card: JobCard, template: InspectionTemplate): Promise<Inspection> {
  const { id: jobCardId, serviceCentreId, customerId, vehicleId } = card;
  const inspection = await tx.insert(Inspection, {
    jobCardId,
    serviceCentreId,
    customerId,
    vehicleId,
    templateId: template.id,
    templateName: template.name,
    templateVersion: template.version,
    status: inspectionLifecycle.initial,
    startedById: tx.identity.kind === 'USER' ? tx.identity.actorId : null,
  });
  await copyItems(tx, inspection.id, template);
  emitAbout(tx, 'InspectionStarted', inspection);
  return inspection;
}

/** One statement for all of them; that they were made is told by the inspection. */
async function copyItems(tx: Transaction, inspectionId: string, { sections }: InspectionTemplate) {
  const items = sections
    .flatMap(({ name: section, items: those }) => those.map((item) => ({ ...item, section })))
    .map((item, position) => ({ ...item, position, id: newId() }));
  await tx.query(sql`insert into workshop.inspection_item (organisation_id, id, version, created_at, updated_at,
      inspection_id, position, section, key, name, kind, required, unit, minimum, maximum, urgent_below,
      attention_below, attention_above, urgent_above, expected)
    select ${tx.organisationId}, i.id, 1, ${tx.now}, ${tx.now}, ${inspectionId}, i.position, i.section, i.key, i.name,
      i.kind, i.required, i.unit, i.minimum, i.maximum, i."urgentBelow", i."attentionBelow", i."attentionAbove",
      i."urgentAbove", i.expected
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i(id uuid, position integer, section text, key text,
      name text, kind text, required boolean, unit text, minimum numeric, maximum numeric, "urgentBelow" numeric,
      "attentionBelow" numeric, "attentionAbove" numeric, "urgentAbove" numeric, expected boolean)`);
}

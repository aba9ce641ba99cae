import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { newId } from '../../../../shared/ids';
import type { JobStage } from './job-stage.entity';

/** Where public pre-check-ins arrive. */
export const PRE_CHECK_IN = 'PRE_CHECK_IN';

type DefaultStage = Pick<JobStage, 'key' | 'name' | 'colour' | 'notifiesCustomer' | 'final'>;

const stage = (
  key: string,
  name: string,
  colour: string,
  more: Partial<DefaultStage> = {},
): DefaultStage => ({
  key,
  name,
  colour,
  notifiesCustomer: false,
  final: false,
  ...more,
});
const told = { notifiesCustomer: true };

/** The board that a shop begins with. */
export const DEFAULT_STAGES: readonly DefaultStage[] = [
  stage(PRE_CHECK_IN, 'Pre-check-in', '#90A4AE'),
  stage('CONFIRMED', 'Confirmed', '#42A5F5', told),
  stage('RECEIVED', 'Vehicle received', '#26C6DA', told),
  stage('DISASSEMBLY', 'Disassembly', '#FFCA28'),
  stage('BODYWORK', 'Bodywork', '#FFA726'),
  stage('PAINT', 'Paint', '#AB47BC'),
  stage('REASSEMBLY', 'Reassembly', '#8D6E63'),
  stage('QUALITY_CHECK', 'Quality check', '#66BB6A'),
  stage('READY', 'Ready to collect', '#2E7D32', told),
  stage('DELIVERED', 'Delivered', '#546E7A', { notifiesCustomer: true, final: true }),
];

/** Whoever comes first makes them: the event of the new organisation, or somebody who uses them before it is handled. */
export async function ensureDefaultStages(tx: Transaction): Promise<void> {
  const stages = DEFAULT_STAGES.map((each, position) => ({ ...each, id: newId(), position }));
  await tx.query(sql`insert into workshop.job_stage (organisation_id, id, version, created_at, updated_at, key, name,
      colour, notifies_customer, final, position)
    select ${tx.organisationId}, s.id, 1, ${tx.now}, ${tx.now}, s.key, s.name, s.colour, s."notifiesCustomer", s.final, s.position
    from jsonb_to_recordset(${JSON.stringify(stages)}::jsonb) as s(id uuid, key text, name text, colour text,
      "notifiesCustomer" boolean, final boolean, position integer)
    where not exists (select from workshop.job_stage t
      where t.organisation_id = ${tx.organisationId} and t.service_centre_id is null)
    on conflict do nothing`);
}

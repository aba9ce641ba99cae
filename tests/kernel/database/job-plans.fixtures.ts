import type { Client } from 'pg';
import { newId } from '../../../shared/ids';
import { type Filled, fill } from './search-plans.fixtures';

export interface FilledJobs extends Filled {
  technicians: readonly string[];
}

/**
 * A hundred thousand jobs of some years: one in a hundred is still in the house, the others have left it. Forty
 * technicians, who clocked a minute on each of the last.
 */
export async function fillJobs(admin: Client, jobCards: number): Promise<FilledJobs> {
  const shop = {
    organisation: newId(),
    centres: [newId(), newId(), newId(), newId()],
    technicians: Array.from({ length: 40 }, newId),
  };
  await fill(admin, shop, { customers: 20_000, vehicles: 30_000, jobCards });
  await admin.query(
    `update workshop.job_card c set technician_id = ($2::uuid[])[1 + dice % 40],
       status = case when dice / 40 % 100 = 0 then (array['ASSIGNED','IN_PROGRESS'])[1 + dice / 4000 % 2] else 'DELIVERED' end,
       completed_at = case when dice / 40 % 100 > 0 then c.created_at + interval '1 day' end,
       promised_at = case when dice / 4000 % 3 > 0 then c.created_at + interval '2 days' end
     from (select id, abs(hashtext(id::text)) as dice from workshop.job_card where organisation_id = $1) thrown
     where c.organisation_id = $1 and c.id = thrown.id`,
    [shop.organisation, shop.technicians],
  );
  await admin.query(
    `insert into workshop.time_entry (organisation_id, id, version, created_at, updated_at, technician_id,
       service_centre_id, job_card_id, started_at, ended_at)
     select organisation_id, gen_random_uuid(), 1, created_at, created_at, technician_id, service_centre_id, id,
       created_at, created_at + interval '1 minute'
     from workshop.job_card where organisation_id = $1 order by created_at desc limit 20000`,
    [shop.organisation],
  );
  await admin.query(
    `insert into workshop.job_service (organisation_id, id, version, created_at, updated_at, job_card_id, name, quantity,
       pricing, status, started_at, finished_at)
     select organisation_id, gen_random_uuid(), 1, created_at, created_at, id, 'Service', 1, 'FIXED', 'COMPLETED',
       created_at, created_at
     from workshop.job_card, generate_series(1, 2) where organisation_id = $1 order by created_at desc limit 40000`,
    [shop.organisation],
  );
  await admin.query(
    'vacuum analyze customer.customer, vehicle.vehicle, workshop.job_card, workshop.time_entry, workshop.job_service',
  );
  return shop;
}

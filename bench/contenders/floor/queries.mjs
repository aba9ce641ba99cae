const PHONE_LIKE = /^[+\d][\d\s()./-]{2,}$/;

const BOARD = `
select j.id, j.number, j.status, j.priority, v.id as vehicle_id, v.plate, v.make, v.model,
  c.id as owner_id, c.first_name, c.last_name, c.phone
from workshop.job_card j
left join vehicle.vehicle v on v.organisation_id = j.organisation_id and v.id = j.vehicle_id
left join customer.customer c on c.organisation_id = v.organisation_id and c.id = v.owner_id
where j.organisation_id = $1 and j.service_centre_id = $2
order by j.created_at desc, j.id desc limit 50`;

export async function board(pool, { serviceCentreId }, { organisationId }) {
  const { rows } = await pool.query({
    name: 'board',
    text: BOARD,
    values: [organisationId, serviceCentreId],
  });
  return {
    jobCards: {
      nodes: rows.map((row) => ({
        id: row.id,
        number: row.number,
        status: row.status,
        priority: row.priority,
        vehicle: row.vehicle_id && vehicleOf(row),
      })),
    },
  };
}

const vehicleOf = (row) => ({
  id: row.vehicle_id,
  plate: row.plate,
  make: row.make,
  model: row.model,
  owner: row.owner_id && {
    id: row.owner_id,
    firstName: row.first_name,
    lastName: row.last_name,
    phone: row.phone,
  },
});

const CUSTOMER = `
select c.id, c.first_name as "firstName", c.last_name as "lastName", c.company, c.phone, c.email,
  (select coalesce(json_agg(json_build_object('id', v.id, 'plate', v.plate, 'make', v.make, 'model', v.model,
      'jobCards', json_build_object('nodes', (
        select coalesce(json_agg(json_build_object('id', j.id, 'number', j.number, 'status', j.status,
            'createdAt', to_char(j.created_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by j.created_at desc, j.id desc), '[]')
        from (select * from workshop.job_card j where j.organisation_id = v.organisation_id and j.vehicle_id = v.id
          and j.service_centre_id = any($3::uuid[]) order by j.created_at desc, j.id desc limit 10) j)))
      order by v.created_at desc, v.id desc), '[]')
    from (select * from vehicle.vehicle v where v.organisation_id = c.organisation_id and v.owner_id = c.id
      and v.archived_at is null
      and exists (select from vehicle.vehicle_centre s where s.organisation_id = v.organisation_id
        and s.vehicle_id = v.id and s.service_centre_id = any($3::uuid[]))
      order by v.created_at desc, v.id desc limit 10) v) as vehicles
from customer.customer c
where c.organisation_id = $1 and c.id = $2
  and exists (select from customer.customer_centre s where s.organisation_id = c.organisation_id and s.customer_id = c.id
    and s.service_centre_id = any($3::uuid[]))`;

export async function customer(pool, { id }, { organisationId, serviceCentreIds }) {
  const values = [organisationId, id, serviceCentreIds];
  const { rows } = await pool.query({ name: 'customer', text: CUSTOMER, values });
  const [found] = rows;
  return { customer: found ? { ...found, vehicles: { nodes: found.vehicles } } : null };
}

/** The words are what the trigram index is on; without row-level security, the planner may use it. */
const CUSTOMER_WORDS = `(lower(c.code) || ' ' || lower(c.first_name) || ' ' || lower(c.last_name) || ' ' ||
  lower(coalesce(c.company, '')) || ' ' || coalesce(c.email, '') || ' ' || coalesce(c.phone, ''))`;

/** A statement for each number of words: the index takes one condition a word, and no list of them. */
const SEARCH_CUSTOMERS = (words) => `
select c.id, c.code, c.first_name as "firstName", c.last_name as "lastName", c.company, c.phone, c.email
from customer.customer c
where c.organisation_id = $1 and c.archived_at is null
  and ${Array.from({ length: words }, (_, n) => `${CUSTOMER_WORDS} like $${n + 3}`).join(' and ')}
  and exists (select from customer.customer_centre s where s.organisation_id = c.organisation_id and s.customer_id = c.id
    and s.service_centre_id = any($2::uuid[]))
order by c.created_at desc, c.id desc limit 20`;

export async function searchCustomers(pool, { search }, { organisationId, serviceCentreIds }) {
  const term = search.trim().toLowerCase();
  const parts = PHONE_LIKE.test(term) ? [term.replace(/\D/g, '')] : term.split(/\s+/);
  const { rows } = await pool.query({
    name: `searchCustomers${parts.length}`,
    text: SEARCH_CUSTOMERS(parts.length),
    values: [organisationId, serviceCentreIds, ...parts.map(pattern)],
  });
  return { customers: { nodes: rows } };
}

const VEHICLE_WORDS = `(coalesce(v.plate_key, '') || ' ' || coalesce(v.vin, '') || ' ' || lower(v.make) || ' ' || lower(v.model))`;

const SEARCH_VEHICLES = `
select v.id as vehicle_id, v.plate, v.make, v.model, c.id as owner_id, c.first_name, c.last_name, c.phone
from vehicle.vehicle v
left join customer.customer c on c.organisation_id = v.organisation_id and c.id = v.owner_id
  and exists (select from customer.customer_centre s where s.organisation_id = c.organisation_id and s.customer_id = c.id
    and s.service_centre_id = any($3::uuid[]))
where v.organisation_id = $1 and v.archived_at is null and ${VEHICLE_WORDS} like $2
  and exists (select from vehicle.vehicle_centre s where s.organisation_id = v.organisation_id and s.vehicle_id = v.id
    and s.service_centre_id = any($3::uuid[]))
order by v.created_at desc, v.id desc limit 20`;

export async function searchVehicles(pool, { search }, { organisationId, serviceCentreIds }) {
  const { rows } = await pool.query({
    name: 'searchVehicles',
    text: SEARCH_VEHICLES,
    values: [organisationId, pattern(search.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')), serviceCentreIds],
  });
  return { vehicles: { nodes: rows.map(vehicleOf) } };
}

const pattern = (part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

const PAGE = (behind) => `
select j.id, j.number, j.status, j.priority, j.complaint, j.created_at as "createdAt"
from workshop.job_card j
where j.organisation_id = $1 and j.service_centre_id = any($2::uuid[]) ${behind}
order by j.created_at desc, j.id desc limit $3`;
const FIRST_PAGE = PAGE('');
const NEXT_PAGE = PAGE('and (j.created_at, j.id) < ($4::timestamptz, $5::uuid)');

export async function page(pool, { first, after }, { organisationId, serviceCentreIds }) {
  const scope = [organisationId, serviceCentreIds, first + 1];
  const { rows } = await pool.query(
    after
      ? {
          name: 'nextPage',
          text: NEXT_PAGE,
          values: [...scope, ...JSON.parse(Buffer.from(after, 'base64url'))],
        }
      : { name: 'firstPage', text: FIRST_PAGE, values: scope },
  );
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  const endCursor = last
    ? Buffer.from(JSON.stringify([last.createdAt, last.id])).toString('base64url')
    : null;
  return { jobCards: { nodes, pageInfo: { hasNextPage: rows.length > first, endCursor } } };
}

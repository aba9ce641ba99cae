/**
 * Two of three customers were there before the history begins, the others came with their first visit. Every second
 * has another car.
 */
export const PEOPLE = `
create temp table cars as
select c.*, pg_temp.make_id(c.made, 'vehicle', n) as id, pg_temp.make_id(c.owner_made, 'customer', b.base + c.owner) as owner_id,
  pg_temp.plate(b.first_car + c.car) as plate
from branch b cross join (
  select o.car, o.owner, b.base + o.car as n, min(o.made) over (partition by o.owner) as owner_made, o.made
  from branch b cross join lateral (
    select car, case when car < b.customers then car else (car - b.customers) * 2 % b.customers end as owner,
      case when pg_temp.dice(1, b.base + car, 100) < 65 then date_trunc('milliseconds', b.first_day::timestamptz
          - (1 + pg_temp.dice(2, b.base + car, 300)) * interval '1 day' + pg_temp.dice(3, b.base + car, 30000) * interval '1 second')
        else coalesce((select min(v.brought_at) from visits v where v.car = g.car), b.first_day::timestamptz) - interval '15 minutes'
      end as made
    from generate_series(0, b.vehicles - 1) as g(car)) o) c;
create unique index on cars (car);
analyze cars;

create temp table people as
select row_number() over (order by owner_made, owner_id) as place, owner, b.base + owner as n, owner_id as id, owner_made as made
from branch b cross join (select distinct owner, owner_id, owner_made from cars) c;
create unique index on people (owner);

insert into customer.customer (organisation_id, id, version, created_at, updated_at, code, first_name, last_name,
  company, phone, email, street, city, country, language)
select b.organisation_id, p.id, 1, p.made, p.made, 'CUS-' || lpad((b.first_customer + p.place)::text, 6, '0'),
  pg_temp.pick('first_names', 11, p.n), pg_temp.pick('last_names', 12, p.n),
  case when pg_temp.dice(13, p.n, 100) < 6 then pg_temp.pick('last_names', 12, p.n) || ' Trasporti' end,
  '+39320' || lpad(((1000000 + (b.first_customer + p.place) * 37) % 10000000)::text, 7, '0'),
  'customer' || b.first_customer + p.place || '@example.com', pg_temp.pick('customer_streets', 14, p.n),
  pg_temp.pick('cities', 15, p.n), 'IT', case when pg_temp.dice(16, p.n, 100) < 40 then 'it' end
from branch b cross join people p;

insert into customer.customer_centre (organisation_id, customer_id, service_centre_id, linked_at)
select b.organisation_id, p.id, b.service_centre_id, p.made from branch b cross join people p;

insert into customer.consent (organisation_id, id, version, created_at, updated_at, customer_id, channel, purpose, given,
  source, occurred_at)
select b.organisation_id, pg_temp.make_id(p.made, 'consent', p.n), 1, p.made, p.made, p.id, 'EMAIL', 'MARKETING',
  pg_temp.dice(17, p.n, 100) < 70, 'IN_PERSON', p.made
from branch b cross join people p where pg_temp.dice(18, p.n, 100) < 60;

insert into vehicle.vehicle (organisation_id, id, version, created_at, updated_at, make, model, year, vin, plate, plate_key,
  plate_country, colour, registered_on, owner_id)
select b.organisation_id, c.id, 1, c.made, c.made, split_part(m.item, '|', 1), split_part(m.item, '|', 2),
  2005 + pg_temp.dice(21, c.n, 20), case when pg_temp.dice(22, c.n, 100) < 70 then 'ZFA' || upper(substr(md5('vin' || c.n), 1, 14)) end,
  c.plate, replace(c.plate, ' ', ''), 'IT', pg_temp.pick('colours', 23, c.n), date '2005-01-01' + pg_temp.dice(24, c.n, 7000), c.owner_id
from branch b cross join cars c join material m on m.list = 'cars'
  and m.place = pg_temp.dice(25, c.n, (select length from list_length where list = 'cars'));

insert into vehicle.vehicle_centre (organisation_id, vehicle_id, service_centre_id, linked_at)
select b.organisation_id, c.id, b.service_centre_id, c.made from branch b cross join cars c;

insert into vehicle.plate_period (organisation_id, id, version, created_at, updated_at, vehicle_id, plate, country, valid_from)
select b.organisation_id, pg_temp.make_id(c.made, 'plate', c.n), 1, c.made, c.made, c.id, c.plate, 'IT', c.made
from branch b cross join cars c;

insert into vehicle.ownership (organisation_id, id, version, created_at, updated_at, vehicle_id, customer_id, owned_from)
select b.organisation_id, pg_temp.make_id(c.made, 'ownership', c.n), 1, c.made, c.made, c.id, c.owner_id, c.made
from branch b cross join cars c;

-- Thirty-five kilometres a day from the first visit on.
create temp table readings as
select v.n, c.id as vehicle_id, v.brought_at + interval '5 minutes' as at,
  12000 + pg_temp.dice(31, c.n, 150000) + (v.day - b.first_day) * 35 as value,
  row_number() over (partition by v.car order by v.brought_at) as entry
from branch b cross join visits v join cars c on c.car = v.car where v.status not in ('CREATED','CANCELLED');
create unique index on readings (n);
analyze people, readings;

insert into vehicle.odometer_reading (organisation_id, id, version, created_at, updated_at, vehicle_id, entry, value, unit,
  read_at, source, kind)
select b.organisation_id, pg_temp.make_id(r.at, 'reading', r.n), 1, r.at, r.at, r.vehicle_id, r.entry, r.value, 'KM', r.at,
  'WORKSHOP', 'NORMAL'
from branch b cross join readings r;

insert into vehicle.reminder (organisation_id, id, version, created_at, updated_at, vehicle_id, kind, source, status, due_on,
  notice_days, repeat_months, announced_at, completed_on)
select b.organisation_id, pg_temp.make_id(c.made, r.kind, c.n), 1, c.made, c.made, c.id, r.kind, 'STAFF',
  case when due_on < b.last_day - 20 then 'COMPLETED' else 'OPEN' end, due_on, 30, r.months,
  case when due_on - 30 <= b.last_day + 1 then (due_on - 30)::timestamptz end,
  case when due_on < b.last_day - 20 then due_on + 3 end
from branch b cross join cars c
cross join lateral (values ('MOT', 24, 200), ('SERVICE', 12, 150)) as r (kind, months, spread)
cross join lateral (select b.last_day - 60 + pg_temp.dice(hashtext(r.kind), c.n, r.spread) as due_on) d
where pg_temp.dice(32, c.n, 100) < 50;
`;

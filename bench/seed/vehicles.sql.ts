import { BEGIN } from './people.sql';

/** Everybody has a vehicle, and what is left over goes to anybody; both of the same organisation by their number. */
export const VEHICLES = `
create temp table cars as
select v.n, p.organisation_id, p.service_centre_id, p.id as owner_id, p.n as owner_n,
  pg_temp.make_id(p.made + v.later, 'vehicle', v.n) as id, p.made + v.later as made,
  case when pg_temp.dice(21, v.n, 100) < 97 then pg_temp.plate(v.n) end as plate,
  pg_temp.dice(22, v.n, $makes) as car
from (
  select n, case when n < $customers then n else pg_temp.dice(23, n, $customers) end as owner,
    pg_temp.dice(24, n, 30 * 86400) * interval '1 second' as later
  from generate_series(0, $vehicles - 1) as n) v
join people p on p.n = v.owner;
create unique index on cars (n);
analyze cars;

insert into vehicle.vehicle (organisation_id, id, version, created_at, updated_at, make, model, year, vin, plate,
  plate_key, plate_country, colour, registered_on, notes, owner_id, archived_at)
select organisation_id, id, 1, made, made, make.item, model.item, 2005 + pg_temp.dice(25, n, 20),
  case when pg_temp.dice(26, n, 100) < 90 then 'ZFA' || upper(substr(md5('vin' || n), 1, 14)) end,
  plate, replace(plate, ' ', ''), case when plate is not null then 'IT' end,
  pg_temp.pick('colours', 27, n), date '2005-01-01' + pg_temp.dice(28, n, 7000),
  case when pg_temp.dice(29, n, 100) < 10 then 'Second set of wheels is stored with us.' end, owner_id,
  case when pg_temp.dice(30, n, 100) < 2 then made + interval '9 days' end
from cars
join material make on make.list = 'makes' and make.place = car
join material model on model.list = 'models' and model.place = car;

insert into vehicle.plate_period (organisation_id, id, version, created_at, updated_at, vehicle_id, plate, country, valid_from)
select organisation_id, pg_temp.make_id(made, 'plate', n), 1, made, made, id, plate, 'IT', made
from cars where plate is not null;

-- One in ten was somebody else's before.
insert into vehicle.ownership (organisation_id, id, version, created_at, updated_at, vehicle_id, customer_id, owned_from, owned_to)
select c.organisation_id, pg_temp.make_id(c.made, 'ownership', c.n), 1, c.made, c.made, c.id, c.owner_id, c.made, null
from cars c
union all
select c.organisation_id, pg_temp.make_id(p.made, 'former', c.n), 1, c.made, c.made, c.id, p.id, ${BEGIN}, c.made
from cars c join people p on p.n = (c.owner_n + 4) % $customers where pg_temp.dice(31, c.n, 10) = 0;

insert into vehicle.vehicle_centre (organisation_id, vehicle_id, service_centre_id, linked_at)
select organisation_id, id, service_centre_id, made from cars;
`;

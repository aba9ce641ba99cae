/** Three years that end on a fixed day, so that the data is the same whenever it is made. */
export const BEGIN = `timestamptz '2023-11-01 08:00+00'`;
export const END = `timestamptz '2026-10-31 18:00+00'`;

/** `shops` holds the centres with their share of the work, `sealed` what the program would have encrypted. */
export const PEOPLE = `
create temp table people as
select n, s.organisation_id, s.service_centre_id, pg_temp.make_id(made, 'customer', n) as id, made
from (
  select n, case when n % 4 = 3 then 2 else 1 end as shop, pg_temp.dice(1, n, 100) as share,
    date_trunc('milliseconds', ${BEGIN} + (${END} - ${BEGIN} - interval '40 days') * (n::float / $customers)) as made
  from generate_series(0, $customers - 1) as n) c
join shops s on s.shop = c.shop and c.share >= s.share_from and c.share < s.share_to;
create unique index on people (n);
analyze people;

insert into customer.customer (organisation_id, id, version, created_at, updated_at, code, first_name, last_name,
  company, phone, email, street, city, postal_code, country, language, notes, tax_number)
select organisation_id, id, 1, made, made,
  'CUS-' || lpad(row_number() over (partition by organisation_id order by n)::text, 6, '0'),
  case when firm then '' else pg_temp.pick('first_names', 2, n) end,
  case when firm then '' else pg_temp.pick('last_names', 3, n) end,
  case when firm then pg_temp.pick('last_names', 3, n) || (array[' Trasporti',' e Figli',' S.r.l.',' Servizi'])[1 + pg_temp.dice(4, n, 4)] end,
  case when pg_temp.dice(5, n, 100) < 95 then '+393' || (20 + pg_temp.dice(6, n, 30)) || lpad(pg_temp.dice(7, n, 10000000)::text, 7, '0') end,
  case when pg_temp.dice(8, n, 100) < 70 then 'c' || n || '@' || (array['example.com','example.org','mail.example'])[1 + pg_temp.dice(9, n, 3)] end,
  pg_temp.pick('street', 10, n), pg_temp.pick('cities', 11, n), pg_temp.pick('postal_code', 12, n), 'IT',
  case when pg_temp.dice(13, n, 100) < 40 then 'it' end,
  case when pg_temp.dice(14, n, 100) < 10 then pg_temp.pick('notes', 15, n) end,
  case when firm then pg_temp.pick('tax_number', 16, n) end
from (select *, pg_temp.dice(17, n, 100) < 8 as firm from people) p;

insert into customer.customer_centre (organisation_id, customer_id, service_centre_id, linked_at)
select organisation_id, id, service_centre_id, made from people;
`;

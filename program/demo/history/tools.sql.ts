/**
 * For filling tables past the commands: dice that fall alike at every seeding, ids that sort by time like those of the program, and plates that are all
 * different: the numbers 3901 n are, within the 22^4 * 10^3 plates that Italy's scheme has.
 */
export const TOOLS = `
create temp table material (list text, place integer, item text, primary key (list, place));
create temp table list_length (list text primary key, length integer);

create function pg_temp.dice(game integer, n bigint, sides integer) returns integer language sql immutable as
  $$ select ((hashint8extended(n, game) & 9223372036854775807) % sides)::integer $$;

create function pg_temp.pick(wanted text, game integer, n bigint) returns text language sql stable as
  $$ select m.item from material m where m.list = wanted
     and m.place = pg_temp.dice(game, n, (select l.length from list_length l where l.list = wanted)) $$;

create function pg_temp.make_id(made timestamptz, kind text, n bigint) returns uuid language sql immutable as
  $$ select (lpad(to_hex((extract(epoch from made) * 1000)::bigint), 12, '0') || '7' || substr(md5(kind || n), 1, 3)
       || '8' || substr(md5(kind || n), 4, 15))::uuid $$;

create function pg_temp.letter(n bigint) returns text language sql immutable as
  $$ select substr('ABCDEFGHJKLMNPRSTVWXYZ', (n % 22)::integer + 1, 1) $$;

create function pg_temp.plate(n bigint) returns text language sql immutable as
  $$ select pg_temp.letter(x / 1000) || pg_temp.letter(x / 22000) || ' ' || lpad((x % 1000)::text, 3, '0')
       || ' ' || pg_temp.letter(x / 484000) || pg_temp.letter(x / 10648000) from (select n * 3901 as x) y $$;
`;

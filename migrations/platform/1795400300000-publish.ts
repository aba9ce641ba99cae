import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A table as reporting reads it: the columns that are named and no others, in a view of a role that cannot log in. The
 * view's owner is under the table's row-level security like everybody, and the tenant's predicate stands in the view
 * as well.
 */
const PUBLISH = `
create procedure platform.publish(place name, source name, columns text) language plpgsql as $$
declare
  reader name := 'liftbay_' || place || '_report';
  shown text := format('%I.%I', place, 'report_' || source);
begin
  execute format('grant usage on schema %I to %I, liftbay_reporting', place, reader);
  execute format('grant select on %I.%I to %I', place, source, reader);
  execute format('create view %s as select organisation_id, id, %s from %I.%I'
    ' where organisation_id = nullif(current_setting(''liftbay.organisation'', true), '''')::uuid',
    shown, columns, place, source);
  execute format('grant create on schema %I to %I', place, reader);
  execute format('alter view %s owner to %I', shown, reader);
  execute format('revoke create on schema %I from %I', place, reader);
  execute format('grant select on %s to liftbay_reporting', shown);
end $$;
`;

export class Publish1795400300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PUBLISH);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

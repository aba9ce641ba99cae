import type { ObjectLiteral } from 'typeorm';
import { personalColumns } from '../access-log/personal';
import { everyone, type Readable } from '../database/readable';
import { isSealed } from '../database/sealed';
import { sql } from '../database/sql';
import type { Context } from '../subgraph/context';
import { alwaysSecret, secretsOf } from './secret';

const BATCH = 1000;
const NOBODY_YET = '00000000-0000-0000-0000-000000000000';

type Entity = new () => ObjectLiteral;

/** `customer.service_centre` */
export function tableOf({ database }: Context, entity: Entity): string {
  const { schema, tableName } = metadataOf(database, entity);
  return `${schema}.${tableName}`;
}

const metadataOf = ({ metadata }: Context['database'], entity: Entity) =>
  metadata.find(({ target }) => target === entity)!;

/**
 * All records of one type that the organisation has, in the order of their ids, some at a time: without secrets, and
 * without what is known of persons where that is not wanted.
 */
export async function* recordsOf(
  context: Context,
  entity: Entity,
  { personal }: { personal: boolean },
): AsyncGenerator<object[]> {
  const { identity, reader } = context;
  const type: Readable<ObjectLiteral> = { entity, permission: null, called: entity.name, visible: everyone };
  const columns = shownColumns(context, entity, personal);
  for (let after = NOBODY_YET; ; ) {
    const rows = await reader.rows(
      type,
      sql`t.organisation_id = ${identity.organisationId} and t.id > ${after}::uuid`,
      sql`order by t.organisation_id, t.id limit ${BATCH}`,
      columns,
    );
    const last = rows.at(-1);
    if (!last) return;
    after = last.id as string;
    yield rows.map((row) => withoutSecrets(entity, row, columns));
  }
}

function shownColumns({ database }: Context, entity: Entity, personal: boolean): ReadonlySet<string> {
  const { columns } = metadataOf(database, entity);
  const left = new Set([...alwaysSecret(entity), ...(personal ? [] : personalColumns(entity))]);
  const shown = columns.filter(
    ({ propertyName, transformer }) => !left.has(propertyName) && (personal || !isSealed(transformer)),
  );
  return new Set(shown.map(({ propertyName }) => propertyName));
}

function withoutSecrets(entity: Entity, row: ObjectLiteral, columns: ReadonlySet<string>): object {
  const secrets = secretsOf(entity);
  return Object.fromEntries(
    [...columns].map((property) => [property, secrets.get(property)?.(row) ? null : row[property]]),
  );
}

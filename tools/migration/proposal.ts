import { DataSource } from 'typeorm';
import { SnakeNaming } from '../../shared/database/naming';
import type { SubgraphApp } from '../../shared/subgraph/app';

/** Indexes and constraints are written in SQL, so TypeORM does not know them, and would drop every one. */
const DROPS_UNKNOWN = /^(?:DROP INDEX\b|ALTER TABLE \S+ DROP CONSTRAINT\b)/i;
const NEW_TABLE = /^CREATE TABLE "(\w+)"\."(\w+)"/i;

/** To TypeORM a column that the database computes is a column of another kind; the entities only read it. */
const PLAIN_COLUMNS = `
do $$ declare computed record; begin
  for computed in select attrelid::regclass as relation, attname from pg_attribute
      where attgenerated = 's' and not attisdropped loop
    execute format('alter table %s alter column %I drop expression', computed.relation, computed.attname);
  end loop;
end $$`;

/**
 * What a migrated database lacks of the entities, as TypeORM's schema builder would write it. The database is not
 * to be used for anything else: it is made easier to compare with.
 */
export async function proposeChanges(
  app: Pick<SubgraphApp, 'name' | 'entities'>,
  databaseUrl: string,
): Promise<string[]> {
  const source = await new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: app.entities,
    installExtensions: false,
    namingStrategy: new SnakeNaming(),
    poolSize: 1,
  }).initialize();
  try {
    await source.query(PLAIN_COLUMNS);
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    return upQueries
      .map(({ query }) => query.trim())
      .filter((query) => !DROPS_UNKNOWN.test(query))
      .flatMap((query) => [query, ...protection(query, app.name)]);
  } finally {
    await source.destroy();
  }
}

/** A table is not finished before it belongs to a tenant and its subgraph may use it. */
function protection(query: string, subgraph: string): string[] {
  const [, schema, table] = NEW_TABLE.exec(query) ?? [];
  if (!table) return [];
  return [
    `call platform.protect('${schema}.${table}')`,
    `grant select, insert, update on ${schema}.${table} to liftbay_${subgraph}`,
  ];
}

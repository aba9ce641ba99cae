import 'reflect-metadata';
import { Client } from 'pg';
import type { EntityMetadata } from 'typeorm';
import { APPS } from '../../program/apps';
import { Database } from '../../shared/database/database';
import { cloneDatabase } from '../harness/databases';

interface Column {
  name: string;
  type: string;
  nullable: boolean;
}

const COLUMNS = `
  select column_name as name, is_nullable = 'YES' as nullable,
    case when data_type = 'ARRAY' then substr(udt_name, 2) || '[]' else udt_name end
      || case when udt_name ~ '^time' then coalesce('(' || nullif(datetime_precision, 6) || ')', '')
        when udt_name = 'numeric' then coalesce('(' || numeric_precision || ',' || numeric_scale || ')', '')
        else '' end as type
  from information_schema.columns where table_schema = $1 and table_name = $2`;

/** TypeORM's names of types → PostgreSQL's own, which information_schema gives. */
const OWN_NAMES: Readonly<Record<string, string>> = {
  integer: 'int4',
  bigint: 'int8',
  smallint: 'int2',
  boolean: 'bool',
};

/** Every column of a view is nullable, and its entity names no types. */
const ofView = ({ name }: Column): Column => ({ name, type: 'in the view', nullable: true });

function columnsOf(entity: EntityMetadata): Column[] {
  return entity.columns.map((column) => {
    const type = String(column.type);
    const name = `${OWN_NAMES[type] ?? type}${column.isArray ? '[]' : ''}`;
    return {
      name: column.databaseName,
      type: `${name}${precisionOf(type, column)}`,
      nullable: column.isNullable,
    };
  });
}

function precisionOf(type: string, { precision, scale }: EntityMetadata['columns'][number]): string {
  if (typeof precision !== 'number') return '';
  if (type === 'numeric') return `(${precision},${scale ?? 0})`;
  return type.startsWith('time') ? `(${precision})` : '';
}

const byName = (columns: readonly Column[]): Map<string, string> =>
  new Map(columns.map(({ name, type, nullable }) => [name, `${type}${nullable ? '' : ' not null'}`]));

function differences(table: string, entity: readonly Column[], migrated: readonly Column[]): string[] {
  const [wanted, found] = [byName(entity), byName(migrated)];
  const names = [...new Set([...wanted.keys(), ...found.keys()])];
  return names.flatMap((name) => {
    const [inEntity, inTable] = [wanted.get(name), found.get(name)];
    if (inEntity === inTable) return [];
    return [`${table}.${name}: ${inEntity ?? 'nothing'} in the entity, ${inTable ?? 'nothing'} in the table`];
  });
}

describe('entities and migrated tables agree', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let client: Client;

  beforeAll(async () => {
    database = await cloneDatabase('drift');
    client = new Client({ connectionString: database.url });
    await client.connect();
  });

  afterAll(async () => {
    await client?.end();
    await database?.drop();
  });

  const migrated = async ({ schema, tableName }: Pick<EntityMetadata, 'schema' | 'tableName'>) =>
    (await client.query<Column>(COLUMNS, [schema, tableName])).rows;

  it.each(APPS.map((app) => [app.name, app] as const))('in %s', async (name, app) => {
    const source = await Database.open({
      url: database.url,
      entities: app.entities,
      poolSize: 1,
      applicationName: `drift ${name}`,
    });
    const drift: string[] = [];
    for (const entity of source.metadata) {
      const table = `${entity.schema}.${entity.tableName}`;
      const [mine, theirs] = [columnsOf(entity), await migrated(entity)];
      drift.push(
        ...(entity.tableType === 'view'
          ? differences(table, mine.map(ofView), theirs.map(ofView))
          : differences(table, mine, theirs)),
      );
    }
    await source.close();
    expect(app.entities.length).toBeGreaterThan(0);
    expect(drift).toEqual([]);
  });

  it('or the difference is told: a column missing on either side, another type, another nullability', async () => {
    await client.query(`create table vehicle.wheel (
      size integer not null, worn numeric, tags text[] not null, at timestamptz(3) not null, spare boolean)`);
    const columns = await migrated({ schema: 'vehicle', tableName: 'wheel' });
    const entity: Column[] = [
      { name: 'size', type: 'int8', nullable: false },
      { name: 'worn', type: 'numeric', nullable: false },
      { name: 'tags', type: 'text[]', nullable: false },
      { name: 'at', type: 'timestamptz(3)', nullable: false },
      { name: 'rim', type: 'text', nullable: true },
    ];
    expect(differences('vehicle.wheel', entity, columns)).toEqual([
      'vehicle.wheel.size: int8 not null in the entity, int4 not null in the table',
      'vehicle.wheel.worn: numeric not null in the entity, numeric in the table',
      'vehicle.wheel.rim: text in the entity, nothing in the table',
      'vehicle.wheel.spare: nothing in the entity, bool in the table',
    ]);
  });
});

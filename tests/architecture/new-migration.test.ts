import 'reflect-metadata';
import { Client } from 'pg';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { APPS } from '../../program/apps';
import { proposeChanges } from '../../tools/migration/proposal';
import { fileName, sourceOf } from '../../tools/migration/template';
import { cloneDatabase } from '../harness/databases';
import { readModule } from './modules';

@Entity({ schema: 'vehicle', name: 'wheel' })
class Wheel {
  @PrimaryColumn('uuid')
  organisationId!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  rimColour!: string;
}

/** The table of the same name, with a column more than the migrations gave it. */
@Entity({ schema: 'vehicle', name: 'vehicle_centre' })
class VehicleCentreWithNote {
  @PrimaryColumn('uuid')
  organisationId!: string;

  @PrimaryColumn('uuid')
  vehicleId!: string;

  @PrimaryColumn('uuid')
  serviceCentreId!: string;

  @Column({ type: 'timestamptz', precision: 3, default: () => 'now()' })
  linkedAt!: Date;

  @Column('text', { nullable: true })
  note!: string | null;
}

describe('npm run migration', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;

  beforeAll(async () => {
    database = await cloneDatabase('proposal');
  });

  afterAll(() => database?.drop());

  it('names the file and the class so that TypeORM and the loader find them in order', () => {
    const migration = { schema: 'vehicle', name: 'add-rim-colour', timestamp: 1763640100001, statements: [] };
    expect(fileName(migration)).toBe('migrations/vehicle/1763640100001-add-rim-colour.ts');
    const source = sourceOf(migration);
    expect(source).toContain('export class AddRimColour1763640100001 implements MigrationInterface');
    expect(source).toContain('Migrations go forward only.');
  });

  it('keeps in the file, to the letter, what was proposed', () => {
    const statement = "alter table vehicle.wheel add check (label ~ '^\\d+`$')";
    const source = sourceOf({
      schema: 'vehicle',
      name: 'x',
      timestamp: 1763640100001,
      statements: [statement],
    });
    expect(() => readModule('migrations/vehicle/x.ts', source)).not.toThrow();
    const literal = /const CHANGES = (`[\s\S]*?[^\\]`);/.exec(source)![1]!;
    expect(new Function(`return ${literal}`)()).toBe(`\n${statement};\n`);
  });

  it.each(APPS.map((app) => [app.name, app] as const))(
    'proposes nothing for %s, whose migrations are complete, and drops none of its indexes',
    async (_, app) => {
      expect(await proposeChanges(app, database.url)).toEqual([]);
    },
  );

  it('proposes a column that the migrations lack', async () => {
    const changes = await proposeChanges(
      { name: 'vehicle', entities: [VehicleCentreWithNote] },
      database.url,
    );
    expect(changes).toEqual(['ALTER TABLE "vehicle"."vehicle_centre" ADD "note" text']);
  });

  it('proposes a table that the migrations lack, protected and granted, and the proposal runs', async () => {
    const changes = await proposeChanges({ name: 'vehicle', entities: [Wheel] }, database.url);
    expect(changes).toEqual([
      expect.stringMatching(/^CREATE TABLE "vehicle"."wheel" .*"rim_colour" text NOT NULL/),
      "call platform.protect('vehicle.wheel')",
      'grant select, insert, update on vehicle.wheel to liftbay_vehicle',
    ]);
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query(changes.join(';\n'));
    const { rows } = await client.query(
      "select relforcerowsecurity as forced from pg_class where relname = 'wheel'",
    );
    await client.end();
    expect(rows).toEqual([{ forced: true }]);
  });
});

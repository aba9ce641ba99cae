import { randomUUID } from 'node:crypto';
import { newId } from '../../../shared/ids';
import { linkCustomer } from '../../../subgraphs/customer/crm/link-customer';
import { linkVehicle } from '../../../subgraphs/vehicle/registry/link-vehicle';
import { FACTS, system, useSubgraphs } from '../../harness/subgraphs';

/** Who may see a customer or a vehicle lies in its row; the links are what it follows from. */
const open = useSubgraphs();
const organisation = randomUUID();
const CENTRES = 50;

async function make(subgraph: 'customer' | 'vehicle', mutation: string, input: string): Promise<string> {
  const query = `mutation { made: ${mutation}(input: ${input}) { id } }`;
  const { data, errors } = await open.of(subgraph).execute({ query }, system(organisation), FACTS);
  expect(errors).toBeUndefined();
  return (data as { made: { id: string } }).made.id;
}

async function centresOf(table: 'customer.customer' | 'vehicle.vehicle', id: string): Promise<string[]> {
  const { rows } = await open.admin.query(`select centres from ${table} where id = $1`, [id]);
  return rows[0].centres;
}

async function openCentres(): Promise<string[]> {
  const centres = Array.from({ length: CENTRES }, () => newId());
  await open.admin.query(
    `insert into customer.organisation (organisation_id, id, version, created_at, updated_at, name, slug, country,
       currency, locale, time_zone, prices_include_tax, tax_per_line, requires_inspection, self_registration,
       payment_reminder_days, admin_allowed_addresses)
     values ($1, $1, 1, now(), now(), 'Links', 'links', 'IT', 'EUR', 'it-IT', 'Europe/Rome', true, false, false, false, '{}', '{}')`,
    [organisation],
  );
  await open.admin.query(
    `insert into customer.service_centre (organisation_id, id, version, created_at, updated_at, name, code, country,
       time_zone, active)
     select $1, id, 1, now(), now(), 'Centre ' || n, 'C' || n, 'IT', 'Europe/Rome', true
     from unnest($2::uuid[]) with ordinality as c(id, n)`,
    [organisation, centres],
  );
  return centres;
}

test('fifty centres that link one record at once are all in its row, once, and again changes nothing', async () => {
  const centres = await openCentres();
  const customer = await make('customer', 'createCustomer', '{ lastName: "Linked" }');
  const vehicle = await make('vehicle', 'createVehicle', '{ make: "Fiat", model: "Panda" }');
  const contextOf = (name: 'customer' | 'vehicle') => open.of(name).context(system(organisation), FACTS);
  for (let round = 0; round < 2; round += 1) {
    await Promise.all(
      centres.flatMap((centre) => [
        contextOf('customer').transaction((tx) => linkCustomer(tx, customer, centre)),
        contextOf('vehicle').transaction((tx) => linkVehicle(tx, vehicle, centre)),
      ]),
    );
    expect((await centresOf('customer.customer', customer)).sort()).toEqual(centres);
    expect((await centresOf('vehicle.vehicle', vehicle)).sort()).toEqual(centres);
  }
});

import type { Client } from 'pg';
import type { Address } from '../../../shared/address';
import type { Keyring } from '../../../shared/security/keyring';
import { buyerOf, vehicleThenOf } from '../../../subgraphs/billing/documents/parties';
import type { VehicleFacts } from '../../../subgraphs/billing/peers';

/** What documents state of customers and their cars, encrypted for the columns that it goes into. */
const TABLES = `
create temp table buyers (customer_id uuid primary key, invoice text, receipt text, quotation text);
create temp table cars_then (vehicle_id uuid primary key, invoice text, quotation text);
`;

/** So many rows are sent at a time. */
const AT_A_TIME = 5000;

interface AddressRow {
  street: string | null;
  city: string | null;
  region: string | null;
  postal_code: string | null;
  country: string | null;
}

/** From columns that are not encrypted. */
export const addressIn = ({ street, city, region, postal_code, country }: AddressRow): Address => ({
  street,
  city,
  region,
  postalCode: postal_code,
  country,
});

interface CustomerRow extends AddressRow {
  id: string;
  code: string;
  first_name: string;
  last_name: string;
  company: string | null;
  phone: string | null;
  email: string | null;
}

export async function prepareParties(client: Client, keyring: Keyring): Promise<void> {
  await client.query(TABLES);
  const seal = (table: string, value: object) => keyring.encrypt(JSON.stringify(value), `billing.${table}`);
  const customers = await client.query<CustomerRow>(
    `select c.* from branch b join people p on true join customer.customer c on c.organisation_id = b.organisation_id and c.id = p.id`,
  );
  await copy(client, 'buyers', customers.rows, (row) => {
    const street = row.street && keyring.decrypt(row.street, 'customer.customer.street');
    const buyer = buyerOf({
      code: row.code,
      firstName: row.first_name,
      lastName: row.last_name,
      company: row.company,
      address: addressIn({ ...row, street }),
      taxNumber: null,
      phone: row.phone,
      email: row.email,
      erasedAt: null,
    });
    return [row.id, ...['invoice', 'receipt', 'quotation'].map((table) => seal(`${table}.buyer`, buyer))];
  });
  const vehicles = await client.query<VehicleFacts & { id: string }>(
    `select v.id, v.make, v.model, v.year, v.plate, v.vin from branch b join cars c on true
     join vehicle.vehicle v on v.organisation_id = b.organisation_id and v.id = c.id`,
  );
  await copy(client, 'cars_then', vehicles.rows, ({ id, ...vehicle }) => {
    const then = vehicleThenOf(vehicle)!;
    return [id, ...['invoice', 'quotation'].map((table) => seal(`${table}.vehicle_then`, then))];
  });
}

/** Rows of a table whose first column is an id, and the others text. */
async function copy<R>(
  client: Client,
  table: string,
  rows: readonly R[],
  columns: (row: R) => string[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    const values = rows.slice(from, from + AT_A_TIME).map(columns);
    const lists = values[0]!.map((_, column) => values.map((row) => row[column]));
    const types = lists.map((_, n) => `$${n + 1}::${n === 0 ? 'uuid' : 'text'}[]`);
    await client.query(`insert into ${table} select * from unnest(${types.join(', ')})`, lists);
  }
}

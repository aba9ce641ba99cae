import type { Context } from '../../../shared/subgraph/context';
import type { RawRow } from '../builder/run-report';
import { type NamedType, recordsOf } from './names';

/** What the views do not know; its owner is asked for it, under the rights of who exports. */
export interface Details {
  type: NamedType;
  selection: string;
  columns: readonly (readonly [name: string, of: (record: Detailed) => string | null])[];
}

/** A record as the graph answers with it. */
interface Detailed {
  id: string;
  address: Readonly<Record<string, string | null>> | null;
  [field: string]: unknown;
}

const field = (name: string, path: string) =>
  [name, (record: Detailed) => (record[path] ?? null) as string | null] as const;
const ofAddress = (name: string, path: string) =>
  [name, ({ address }: Detailed) => address?.[path] ?? null] as const;

export const CUSTOMER_DETAILS: Details = {
  type: 'Customer',
  selection: `id code firstName lastName company phone email language taxNumber
    address { street city region postalCode country }`,
  columns: [
    field('CODE', 'code'),
    field('FIRST_NAME', 'firstName'),
    field('LAST_NAME', 'lastName'),
    field('COMPANY', 'company'),
    field('PHONE', 'phone'),
    field('EMAIL', 'email'),
    ofAddress('STREET', 'street'),
    ofAddress('CITY', 'city'),
    ofAddress('REGION', 'region'),
    ofAddress('POSTAL_CODE', 'postalCode'),
    ofAddress('COUNTRY', 'country'),
    field('LANGUAGE', 'language'),
    field('TAX_NUMBER', 'taxNumber'),
  ],
};

/** What is known of each row, by its id; empty of those that are not theirs to see. */
export async function detailsOf(
  context: Context,
  { type, selection, columns }: Details,
  rows: readonly RawRow[],
): Promise<(id: string) => (string | null)[]> {
  const ids = rows.map(({ id }) => id!);
  const records = await recordsOf<Detailed>(context, type, ids, selection);
  const byId = new Map(records.map((record) => [record.id, record]));
  return (id) => {
    const record = byId.get(id);
    return columns.map(([, of]) => (record ? of(record) : null));
  };
}

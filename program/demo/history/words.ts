import type { Client } from 'pg';
import type { Keyring } from '../../../shared/security/keyring';
import { CARS, CITIES, COLOURS, COMPLAINTS, FIRST_NAMES, LAST_NAMES } from '../material';

/** What the history picks from. */
export const WORDS: Readonly<Record<string, readonly string[]>> = {
  first_names: FIRST_NAMES,
  last_names: LAST_NAMES,
  cars: CARS.map(([make, model]) => `${make}|${model}`),
  colours: COLOURS,
  complaints: COMPLAINTS,
  cities: CITIES,
};

const streets = (name: string) => Array.from({ length: 60 }, (_, n) => `${name} ${n + 1}`);

interface SealedWords {
  /** Of the column that they go into. */
  purpose: string;
  plain: readonly string[];
}

/** The same, of what is encrypted at rest. */
export const SEALED_WORDS: Readonly<Record<string, SealedWords>> = {
  customer_streets: { purpose: 'customer.customer.street', plain: streets('Via Roma') },
  visit_streets: { purpose: 'workshop.home_service.street', plain: streets('Via Garibaldi') },
  good_comments: {
    purpose: 'customer.feedback.comment',
    plain: ['Quick and friendly.', 'The car was even washed.', 'Everything was explained to me.'],
  },
  bad_comments: {
    purpose: 'customer.feedback.comment',
    plain: ['It squeals as before.', 'I waited for an hour.', 'Nobody had called me about the price.'],
  },
  complaint_words: {
    purpose: 'customer.complaint.description',
    plain: [
      'What was repaired broke again after two days.',
      'The car was ready a day later than promised.',
      'There is a scratch that was not there before.',
      'The invoice has a part on it that I did not ask for.',
    ],
  },
  resolutions: {
    purpose: 'customer.complaint.resolution',
    plain: ['Repaired again, at no charge.', 'A voucher for the next service.', 'Explained on the phone.'],
  },
  lost_reasons: {
    purpose: 'customer.lead.lost_reason',
    plain: ['Another shop was nearer.', 'Too expensive.', 'Could not be reached any more.'],
  },
};

export async function prepareWords(client: Client, keyring: Keyring): Promise<void> {
  const sealed = Object.entries(SEALED_WORDS).map(([list, { purpose, plain }]) => [
    list,
    plain.map((text) => keyring.encrypt(text, purpose)),
  ]);
  await fillMaterial(client, { ...WORDS, ...Object.fromEntries(sealed) });
}

/** The lists that `pg_temp.pick` knows. */
export async function fillMaterial(
  client: Client,
  lists: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  for (const [list, items] of Object.entries(lists))
    await client.query(
      `insert into material select $1, ordinality - 1, item from unnest($2::text[]) with ordinality as i(item)`,
      [list, items],
    );
  await client.query('insert into list_length select list, count(*) from material group by list');
  await client.query('analyze material');
}

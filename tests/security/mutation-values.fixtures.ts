import { TABLES_OF_BILLING, VALUES_OF_BILLING } from './filled-billing.fixtures';
import { TABLES_OF_CLIENTS, VALUES_OF_CLIENTS } from './filled-clients.fixtures';
import { VALUES_OF_JOB_PARTS } from './filled-job-parts.fixtures';
import { VALUES_OF_JOBS } from './filled-jobs.fixtures';
import { VALUES_OF_PAYMENTS } from './filled-payments.fixtures';
import { VALUES_OF_PURCHASING } from './filled-purchasing.fixtures';
import { VALUES_OF_SALES } from './filled-sales.fixtures';
import { CENTRE_OF, VALUES_OF_SCHEDULING } from './filled-scheduling.fixtures';
import { MEANT_OF_STOCK, valuesOfStock } from './filled-stock.fixtures';
import { VALUES_OF_VISITS } from './filled-visits.fixtures';
import { VALUES_OF_WARRANTY } from './filled-warranty.fixtures';
import { MEANT_OF_WEBHOOKS } from './filled-webhooks.fixtures';
import type { FilledShop } from './two-shops.fixtures';

type Records = ReadonlyMap<string, readonly string[]>;

/** Names of places for ids that do not say what they are ids of. */
const MEANT: Readonly<Record<string, string>> = {
  user: 'user_account',
  technician: 'user_account',
  manager: 'user_account',
  owner: 'customer',
  assignee: 'user_account',
  stage: 'job_stage',
  hold: 'appointment',
  no_show: 'appointment',
  location: 'stock_location',
  request: 'purchase_request',
  line: 'purchase_order_line',
  report: 'saved_report',
  ...MEANT_OF_STOCK,
  ...MEANT_OF_WEBHOOKS,
  template: 'inspection_template',
  photo_file: 'file',
  logo_file: 'file',
};

/** Where a field is told which service centre it is about: of its own, the first. */
const centreFor = (field: string, centres: readonly string[]): Record<string, unknown> => {
  const place = CENTRE_OF[field];
  return place ? { [place]: centres[0] } : {};
};

/** What the schema cannot say is needed: one of several things, or something that is there. */
export const valuesFor = (
  field: string,
  { known, centres, slug, marker, fitting }: FilledShop,
): Record<string, unknown> => ({
  ...centreFor(field, centres),
  ...valuesOfStock(field, marker),
  ...({
    configureJobStages: { 'input.stages.key': 'SAMPLE', 'input.stages.colour': '#000000' },
    findCustomer: { 'input.email': known.email },
    findVehicle: { 'input.vin': known.vin },
    createCustomer: { 'input.lastName': 'Sample' },
    createLead: { 'input.lastName': 'Sample', 'input.phone': '+393331112255' },
    createReminder: { 'input.dueOn': '2031-01-01' },
    createUser: { 'input.email': 'someone@mail.example' },
    jobStages: { serviceCentreId: centres[1] },
    exportReport: { 'input.from': '2026-01-01', 'input.to': '2026-01-31' },
    createWebhookEndpoint: {
      ...fitting.createWebhookEndpoint,
      'input.url': 'https://hooks.example.com/',
      'input.events': 'SERVICE_REQUEST_REJECTED',
    },
    updateWebhookEndpoint: {
      'input.url': 'https://hooks.example.com/',
      'input.events': 'SERVICE_REQUEST_REJECTED',
    },
    saveReport: {
      'input.definition.dataset': 'JOBS',
      'input.definition.dimensions': 'STATUS',
      'input.definition.measures': 'JOBS',
    },
    sendMessage: { 'input.subject': 'Sample' },
    runReport: { ...fitting.runReport, from: '2026-01-01', to: '2026-01-31' },
    customerStatement: { ...fitting.customerStatement, from: '2020-01-01' },
    sharedInspection: { id: fitting.shareInspection!.id },
    trackRepair: { organisation: slug, code: known.trackingCode, secondFactor: known.plate },
    ...VALUES_OF_SCHEDULING,
    ...VALUES_OF_PURCHASING,
    ...VALUES_OF_VISITS,
    ...VALUES_OF_JOBS,
    ...VALUES_OF_JOB_PARTS,
    ...VALUES_OF_SALES,
    ...VALUES_OF_WARRANTY,
    technicianWorkload: {
      ...VALUES_OF_JOBS.technicianWorkload,
      serviceCentreId: centres[0],
      technicianId: fitting.startTimeEntry!['input.technicianId'],
    },
    ...VALUES_OF_BILLING,
    ...VALUES_OF_PAYMENTS,
    ...VALUES_OF_CLIENTS,
  }[field] ?? {}),
});

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * The table whose ids belong at a place: `input.serviceCentreIds` says it itself, for a plain `id` the command’s name
 * does, with the first thing that it names.
 */
export function tableFor(command: string, place: string, records: Records): string {
  const said = (TABLES_OF_BILLING[command] ?? TABLES_OF_CLIENTS[command])?.[place];
  if (said) return said;
  const tables = new Map([...records.keys()].map((table) => [table.split('.')[1]!, table]));
  for (const [word, table] of Object.entries(MEANT)) tables.set(word, tables.get(table)!);
  const name = snake(place.split('.').at(-1)!);
  const thing = name === 'id' ? firstNamed(snake(command), [...tables.keys()]) : name.replace(/_ids?$/, '');
  const table = tables.get(thing ?? '');
  if (!table)
    throw new Error(`Whose ids does ${command} take as ${place}? Say so in mutation-values.fixtures.ts.`);
  return table;
}

function firstNamed(text: string, words: string[]): string | undefined {
  const named = words.filter((word) => text.includes(word));
  return named.sort((a, b) => text.indexOf(a) - text.indexOf(b) || b.length - a.length)[0];
}

/** An id of the right kind for each place: of each table the nth record, or the last. */
export function valuesFrom(
  records: Records,
  command: string,
  places: readonly string[],
  nth = 0,
): Record<string, string | undefined> {
  return Object.fromEntries(
    places.map((place) => {
      const ids = records.get(tableFor(command, place, records))!;
      return [place, ids[nth] ?? ids.at(-1)];
    }),
  );
}

import type { GraphQLSchema } from 'graphql';
import { accessTable } from '../../../shared/access/guard';

/**
 * Every permission that a field of the graph asks for, by resource. A test compares it with what all subgraphs
 * declare, so a permission cannot be used without being listed here, nor listed without being used.
 */
const CATALOGUE = {
  settings: {
    read: 'See all settings of the organisation, such as the addresses administrators may work from.',
    update: 'Change the settings of the organisation.',
  },
  serviceCentres: {
    read: 'See service centres.',
    create: 'Open service centres.',
    update: 'Change or close the service centres one works in.',
  },
  users: {
    read: 'See users and what they may do.',
    create: 'Make accounts for users below one’s own role.',
    update: 'Change, switch off and on users below one’s own role.',
    delete: 'Delete users below one’s own role.',
  },
  roles: {
    read: 'See roles and the permissions in them.',
    create: 'Make roles from permissions that one has.',
    update: 'Change the organisation’s own roles.',
    delete: 'Delete the organisation’s own roles.',
  },
  customers: {
    read: 'See customers, their contacts and consents.',
    create: 'Take customers in.',
    update: 'Change customers, their contacts and consents.',
    archive: 'Archive customers, and take them back into use.',
    invite: 'Invite customers to an account of their own.',
    link: 'Look customers of other service centres up by their exact phone or e-mail.',
    export: 'Export everything that is kept about a customer.',
    erase: 'Erase a customer’s personal data.',
  },
  leads: {
    read: 'See leads.',
    create: 'Take leads in.',
    update: 'Work on leads: assign, convert and lose them.',
  },
  vehicles: {
    read: 'See vehicles.',
    create: 'Take vehicles in.',
    update: 'Change vehicles and their plates.',
    archive: 'Archive vehicles.',
    transfer: 'Give a vehicle to another owner.',
    link: 'Look vehicles of other service centres up by their exact plate or VIN.',
    lookup: 'Ask a public register about a plate.',
  },
  reminders: {
    read: 'See reminders of vehicles.',
    create: 'Set reminders.',
    update: 'Change, complete and dismiss reminders.',
  },
  serviceItems: {
    read: 'See what the workshop offers, with its times and prices.',
    create: 'Offer something new.',
    update: 'Change what is offered.',
  },
  scheduling: {
    read: 'See bays, opening hours, closures and shifts.',
    update: 'Change bays, opening hours, closures and shifts.',
  },
  serviceRequests: {
    read: 'See service requests.',
    create: 'Raise service requests.',
    update: 'Change and schedule service requests.',
    approve: 'Approve and reject service requests.',
    cancel: 'Cancel service requests.',
  },
  appointments: {
    read: 'See appointments.',
    create: 'See free slots, hold and book them.',
    update: 'Change and move appointments.',
    receive: 'Confirm appointments, check vehicles in, and say who did not come.',
    cancel: 'Cancel appointments.',
    override: 'Book over what is booked already, or outside of what is open.',
  },
  homeServices: {
    read: 'See home visits.',
    create: 'Plan home visits.',
    dispatch: 'Give home visits another time, another technician or another address.',
    update: 'Carry home visits out: be on the way, arrive, begin and complete them.',
    cancel: 'Cancel home visits.',
  },
  jobs: {
    read: 'See job cards.',
    create: 'Open job cards.',
    update: 'Work on job cards.',
    assign: 'Assign job cards to technicians.',
    cancel: 'Cancel job cards.',
    photograph: 'Attach photos to job cards.',
    decide: 'Decide on work that is proposed, or record what a customer decided.',
    deliver: 'Hand vehicles back to customers.',
  },
  time: {
    read: 'See what technicians clocked, and how busy they are.',
    correct: 'Correct what technicians clocked.',
  },
  inspections: {
    read: 'See inspections of vehicles.',
    create: 'Begin inspections.',
    update: 'Record what was found.',
    publish: 'Publish inspections.',
    share: 'Send customers links to inspections, and take them back.',
    cancel: 'Give inspections up.',
  },
  inspectionTemplates: {
    read: 'See what inspections look at.',
    create: 'Make templates of inspections.',
    update: 'Change templates of inspections.',
  },
  feedback: {
    read: 'See feedback.',
    create: 'Give feedback.',
    update: 'Acknowledge and resolve feedback.',
  },
  complaints: {
    read: 'See complaints.',
    create: 'Register complaints.',
    update: 'Work on complaints, up to the proposal of a resolution.',
    approve: 'Approve and reject proposed resolutions of complaints.',
  },
  messages: {
    read: 'See messages to customers and what became of them.',
    create: 'Write to customers.',
    retry: 'Send messages again that could not be delivered.',
  },
  messageTemplates: {
    read: 'See the texts of messages.',
    update: 'Change the texts of messages.',
  },
  files: {
    read: 'See files.',
    create: 'Upload files.',
  },
  parts: {
    read: 'See the catalogue of parts.',
    create: 'Take parts into the catalogue.',
    update: 'Change parts.',
    discontinue: 'Say that parts are not bought any more, or that they are again.',
  },
  stock: {
    read: 'See stock and where it is.',
    cost: 'See what stock cost.',
    adjust: 'Put stock right by hand, and start and post stocktakes.',
    count: 'Count stock in a stocktake.',
  },
  stockLocations: {
    create: 'Open warehouses and vans.',
    update: 'Rename, move, close and open places that hold stock.',
  },
  transfers: {
    read: 'See transfers of stock.',
    create: 'Ask for stock from another place.',
    approve: 'Approve and reject transfers.',
    update: 'Send off and receive transfers.',
    cancel: 'Call transfers off.',
  },
  suppliers: {
    read: 'See suppliers.',
    create: 'Take suppliers in.',
    update: 'Change and archive suppliers.',
  },
  purchaseRequests: {
    read: 'See what is to be bought.',
    create: 'Ask for parts to be bought.',
    dismiss: 'Say that something is not to be bought.',
  },
  purchaseOrders: {
    read: 'See purchase orders, and what came of them.',
    create: 'Put purchase orders together.',
    update: 'Change, submit, send, close and cancel purchase orders.',
    approve: 'Approve and reject purchase orders.',
    receive: 'Receive what was ordered.',
  },
  jobParts: {
    read: 'See the parts that jobs need and use.',
    request: 'Ask for parts for jobs.',
    issue: 'Hand parts out for jobs.',
    return: 'Take parts back from jobs.',
    cancel: 'Say that jobs do not need parts any more.',
    price: 'Say what customers pay for a part of a job instead of its price.',
  },
  counterOrders: {
    read: 'See orders over the counter.',
    create: 'Take orders over the counter down.',
    update: 'Change, process and hand over orders over the counter.',
    cancel: 'Call orders over the counter off.',
  },
  coreReturns: {
    read: 'See the old units that came back and those that were sent on.',
    create: 'Record old units that come back or are sent on.',
  },
  warrantyClaims: {
    read: 'See claims under warranty.',
    create: 'Claim faulty parts from suppliers.',
    decide: 'Say what became of claims under warranty.',
  },
  tax: {
    read: 'See tax rates.',
    create: 'Enter tax rates.',
    update: 'End tax rates.',
  },
  billingSettings: {
    read: 'See the terms by which documents are written.',
    update: 'Change the terms by which documents are written.',
  },
  quotations: {
    read: 'See quotations.',
    create: 'Write quotations.',
    update: 'Change drafts of quotations.',
    approve: 'Approve quotations.',
    send: 'Send quotations to customers.',
    decide: 'Accept and reject quotations.',
    convert: 'Make accepted quotations into work or orders.',
  },
  invoices: {
    read: 'See invoices and credit notes.',
    create: 'Write invoices.',
    update: 'Change drafts of invoices.',
    issue: 'Issue and send invoices.',
    cancel: 'Give drafts of invoices up.',
    credit: 'Credit what was issued.',
  },
  payments: {
    read: 'See payments, refunds, receipts and what is kept for customers.',
    create: 'Record payments.',
    pay: 'Make ways to pay by card.',
    void: 'Void payments that were recorded by mistake.',
    refund: 'Give money back.',
  },
  statements: {
    read: 'See how the accounts of customers stand.',
  },
  deposits: {
    create: 'Record deposits.',
    apply: 'Pay invoices from what is kept for their customers.',
  },
  dashboards: {
    read: 'See the dashboard, and lay it out for oneself.',
  },
  reports: {
    read: 'See reports of the service centres one works in.',
  },
  audit: {
    read: 'See who did what.',
  },
  system: {
    read: 'See how the program does, as far as it is the organisation’s business.',
  },
  organisation: {
    export: 'Export all records of the organisation.',
  },
  clients: {
    read: 'See API clients and what they may run.',
    create: 'Make API clients with permissions that one has.',
    update: 'Give API clients new secrets, and say what they may run.',
    revoke: 'End API clients.',
  },
} as const;

type Catalogue = typeof CATALOGUE;
/** `vehicles:read` */
export type PermissionName = {
  [Resource in keyof Catalogue & string]: `${Resource}:${keyof Catalogue[Resource] & string}`;
}[keyof Catalogue & string];

export interface PermissionEntry {
  name: PermissionName;
  resource: string;
  description: string;
}

export const PERMISSIONS: readonly PermissionEntry[] = Object.entries(CATALOGUE).flatMap(
  ([resource, actions]) =>
    Object.entries(actions).map(([action, description]) => ({
      name: `${resource}:${action}` as PermissionName,
      resource,
      description,
    })),
);

/**
 * Permissions over what can be somebody's own or assigned to them. The commands and lists of the others have no such
 * notion: held for "one's own", they would open everything.
 */
const REACHING_OWN: ReadonlySet<string> = new Set<PermissionName>([
  'users:read',
  'users:update',
  'users:delete',
  'customers:read',
  'customers:update',
  'customers:archive',
  'vehicles:read',
  'vehicles:create',
  'vehicles:update',
  'vehicles:archive',
  'vehicles:transfer',
  'jobs:read',
  'jobs:update',
  'jobs:assign',
  'jobs:cancel',
  'jobs:photograph',
  'jobParts:read',
  'jobParts:request',
  'jobParts:issue',
  'jobParts:return',
  'jobParts:cancel',
  'jobs:decide',
  'jobs:deliver',
  'time:read',
  'time:correct',
  'customers:export',
  'reminders:read',
  'reminders:create',
  'reminders:update',
  'serviceItems:read',
  'serviceRequests:read',
  'serviceRequests:create',
  'serviceRequests:cancel',
  'appointments:read',
  'appointments:create',
  'appointments:update',
  'appointments:cancel',
  'purchaseRequests:read',
  'purchaseRequests:create',
  'homeServices:read',
  'homeServices:create',
  'homeServices:dispatch',
  'homeServices:update',
  'homeServices:cancel',
  'inspections:read',
  'inspections:create',
  'inspections:update',
  'inspections:publish',
  'inspections:share',
  'inspections:cancel',
  'feedback:read',
  'feedback:create',
  'complaints:read',
  'complaints:create',
  'messages:read',
  'files:read',
  'files:create',
  'counterOrders:read',
  'warrantyClaims:read',
  'warrantyClaims:create',
  'quotations:read',
  'quotations:update',
  'quotations:decide',
  'invoices:read',
  'invoices:create',
  'invoices:update',
  'payments:read',
  'payments:create',
  'payments:pay',
  'statements:read',
  'dashboards:read',
]);

export const reachesOwn = (name: PermissionName): boolean => REACHING_OWN.has(name);

const names: ReadonlySet<string> = new Set(PERMISSIONS.map(({ name }) => name));

export const isPermission = (name: string): name is PermissionName => names.has(name);

/** What the fields and types of a schema ask for; the schema as type-graphql builds it, with its extensions. */
export function permissionsUsed(schema: GraphQLSchema): Set<string> {
  const used = [...accessTable(schema).values()].flatMap((access) =>
    access.rule === 'permission' ? [access.permission] : [],
  );
  const commands = Object.values(schema.getMutationType()?.getFields() ?? {});
  return new Set([...used, ...commands.flatMap(({ extensions }) => (extensions.asksToo as string) ?? [])]);
}

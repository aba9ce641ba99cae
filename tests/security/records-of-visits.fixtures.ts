import { ALL_RECORDED, doInspection, makeTemplate, start } from '../api/inspections.fixtures';
import { raise } from '../api/service-requests.fixtures';
import type { TestGraph } from '../harness/graph';
import type { Caller } from './callers.fixtures';
import { idOf } from './id-of.fixtures';
import type { Host, Kind, Maker } from './records.fixtures';
import { freeTime, openAlways, putOnDuty } from './records-of-scheduling.fixtures';

export const VISIT_KINDS = [
  'approvedHomeRequest',
  'homeVisit',
  'visitOnTheWay',
  'visitOnSite',
  'visitDone',
  'inspectionTemplate',
  'inspection',
  'openInspection',
] as const;

type Needed = Record<'customer' | 'vehicle' | 'jobCard' | 'user', Maker>;
type VisitMakers = Record<(typeof VISIT_KINDS)[number], Maker>;

const isTechnicians = (owner: Caller | null): boolean => owner?.role === 'TECHNICIAN';
const isNobodys = (owner: Caller | null): boolean =>
  owner !== null && owner.customerId === null && !isTechnicians(owner);

/** Nobody is on the way to two places: who leaves next has arrived where they were going. */
const freeTheWay = (graph: TestGraph, technicianId: string) =>
  graph.sql(
    `update workshop.home_service set status = 'CANCELLED' where technician_id = $1 and status = 'EN_ROUTE'`,
    [technicianId],
  );

const step = ({ client }: Host, command: string, id: string) =>
  client.ask(`mutation ($id: ID!) { ${command}(id: $id) { id } }`, { id });

/** Somebody on duty in each service centre who goes to customers. */
const travellers = new Map<string, string>();

const homeVisit =
  (needed: () => Needed): Maker =>
  async (world, host, owner, place) => {
    if (isNobodys(owner)) return null;
    const { customer, vehicle, user } = needed();
    const guest = isTechnicians(owner) ? null : owner;
    await openAlways(host);
    if (!travellers.has(host.centre)) travellers.set(host.centre, (await user(world, host, null, place))!);
    const technicianId = isTechnicians(owner) ? owner!.userId! : travellers.get(host.centre)!;
    await putOnDuty(host, technicianId);
    await freeTheWay(world.graph, technicianId);
    return idOf(host.client, 'createHomeService', 'CreateHomeServiceInput', {
      vehicleId: await vehicle(world, host, guest, place),
      customerId: await customer(world, host, guest, place),
      serviceCentreId: host.centre,
      address: { street: 'Via Po 1', city: 'Torino' },
      startsAt: freeTime(),
      minutes: 30,
      travelMinutes: 0,
      technicianId,
    });
  };

/** Further along the way, by the commands that lead there. */
const further =
  (visit: Maker, ...commands: string[]): Maker =>
  async (world, host, owner, place) => {
    const id = await visit(world, host, owner, place);
    if (!id) return null;
    for (const command of commands) await step(host, command, id);
    return id;
  };

/** Its job is done. */
const visitDone =
  (atWork: Maker): Maker =>
  async (world, host, owner, place) => {
    const id = await atWork(world, host, owner, place);
    await world.graph.sql(
      `update workshop.job_card c set status = 'COMPLETED' from workshop.home_service v
       where v.id = $1 and c.id = v.job_card_id`,
      [id],
    );
    return id;
  };

/** Of a customer alone: nobody else has any of their own. */
const approvedHomeRequest =
  (needed: () => Needed): Maker =>
  async (world, host, owner, place) => {
    if (owner && owner.customerId === null) return null;
    const { customer, vehicle } = needed();
    const visit = {
      vehicleId: (await vehicle(world, host, owner, place))!,
      customerId: (await customer(world, host, owner, place))!,
    };
    const { id } = await raise(host.client, visit, {
      serviceCentreId: host.centre,
      homeService: true,
      homeAddress: { street: 'Via Po 1', city: 'Torino' },
    });
    await openAlways(host);
    await step(host, 'approveServiceRequest', id);
    return id;
  };

const inspectionTemplate: Maker = async (_, { client }, owner, place) =>
  owner || place === 'otherCentre' ? null : (await makeTemplate(client)).id;

/** With everything recorded that it is published with. */
const openInspection =
  (needed: () => Needed): Maker =>
  async (world, host, owner, place) => {
    const jobCardId = await needed().jobCard(world, host, owner, place);
    if (!jobCardId) return null;
    const { id: templateId } = await makeTemplate(host.client);
    const { id } = await start(host.client, { jobCardId, templateId });
    await doInspection(host.client, 'recordAll', id, ALL_RECORDED);
    return id;
  };

const inspection =
  (open: Maker): Maker =>
  async (world, host, owner, place) => {
    const id = await open(world, host, owner, place);
    if (id) await doInspection(host.client, 'publish', id, { share: false });
    return id;
  };

export function visitMakers(needed: () => Needed & Record<Kind, Maker>): VisitMakers {
  const visit = homeVisit(needed);
  const open = openInspection(needed);
  const atWork = further(visit, 'startHomeServiceRoute', 'arriveHomeService', 'startHomeService');
  return {
    approvedHomeRequest: approvedHomeRequest(needed),
    homeVisit: visit,
    visitOnTheWay: further(visit, 'startHomeServiceRoute'),
    visitOnSite: further(visit, 'startHomeServiceRoute', 'arriveHomeService'),
    visitDone: visitDone(atWork),
    inspectionTemplate,
    inspection: inspection(open),
    openInspection: open,
  };
}

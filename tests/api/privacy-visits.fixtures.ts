import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { uploadPicture } from '../security/filled-vehicles.fixtures';
import { freeTime } from '../security/records-of-scheduling.fixtures';
import { doVisit, plan } from './home-service.fixtures';
import { ALL_RECORDED, doInspection, makeTemplate, start } from './inspections.fixtures';
import type { Spoken } from './privacy.fixtures';

/** A visit to their home that was called off, and what was found on their car, with their name in all words. */
export async function visit(
  graph: TestGraph,
  shop: Shop,
  { customerId, vehicleId, jobCardId, marker }: Spoken,
): Promise<void> {
  const { client: admin } = shop.admin;
  const { id } = await plan(admin, {
    customerId,
    vehicleId,
    serviceCentreId: shop.centres[0],
    address: { street: `Via ${marker}`, city: `Borgo ${marker}`, postalCode: marker.slice(0, 12) },
    directions: `Ring at ${marker}`,
    notes: `${marker} says it leaks`,
    startsAt: freeTime(),
    technicianId: shop.admin.id,
    override: { reason: `${marker} insists` },
  });
  await doVisit(admin, 'leave', id);
  await doVisit(admin, 'locate', id, { input: { latitude: 45, longitude: 7 } });
  await doVisit(admin, 'update', id, { input: { notes: `${marker} rang` } });
  await doVisit(admin, 'cancel', id, { reason: `${marker} is not at home` });
  const put = (status: string) =>
    graph.sql('update workshop.job_card set status = $2 where id = $1', [jobCardId, status]);
  await put('COMPLETED');
  const { id: templateId } = await makeTemplate(admin);
  const inspection = await start(admin, { jobCardId, templateId });
  await put('DELIVERED');
  await doInspection(admin, 'recordAll', inspection.id, ALL_RECORDED);
  await doInspection(admin, 'record', inspection.id, { key: 'DRIVE', text: `As ${marker} said` });
  const photoFileIds = [await uploadPicture(admin, 'tread.png')];
  await doInspection(admin, 'record', inspection.id, {
    key: 'LIGHTS',
    note: `${marker} knows of it`,
    photoFileIds,
  });
  await doInspection(admin, 'publish', inspection.id, { share: true, notes: `${marker} was told` });
}

import { addressColumns } from '../../../shared/address';
import { conflict } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { HomeService } from './home-service.entity';
import type { UpdateHomeServiceInput } from './home-service.input';
import { HomeServiceStatus } from './home-service.lifecycle';
import { homeServices, homeServicesFor } from './home-service.loader';
import { HomeServiceAction } from './home-service-change.entity';
import { addressMissing } from './prepare-visit';
import { emitAbout, recordStep } from './record-step';

const { EN_ROUTE, SCHEDULED } = HomeServiceStatus;
/** Behind that its job card says what is done, and everybody knows where. */
const CHANGEABLE: ReadonlySet<HomeServiceStatus> = new Set([SCHEDULED, EN_ROUTE]);

export async function updateHomeService(
  context: Context,
  id: string,
  { address, directions, notes, expectedVersion }: UpdateHomeServiceInput,
): Promise<HomeService> {
  if (address !== undefined && !(address?.street?.trim() && address.city?.trim())) throw addressMissing();
  const patch = {
    ...addressColumns(address),
    directions: directions === undefined ? undefined : directions?.trim() || null,
    notes: notes === undefined ? undefined : notes?.trim() || null,
  };
  await context.transaction(async (tx) => {
    const visit = await tx.lock(homeServicesFor('homeServices:dispatch'), id, expectedVersion);
    if (!CHANGEABLE.has(visit.status))
      throw conflict(`A home visit that is ${visit.status} does not change any more.`, {
        current: { id, version: visit.version, status: visit.status },
      });
    const changed = await tx.update(HomeService, visit, patch);
    if (changed.version === visit.version) return;
    await recordStep(tx, changed, HomeServiceAction.UPDATED);
    emitAbout(tx, 'HomeServiceUpdated', changed);
  });
  return context.loadOrFail(homeServices, id);
}

import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { ServiceItem } from '../../catalogue/service-item.entity';
import { LONGEST_LABOUR_MINUTES } from '../../catalogue/service-item.input';
import { everyServiceItem } from '../../catalogue/service-item.loader';
import type { WorkFields } from './appointment.input';

export interface Work {
  minutes: number;
  serviceItemIds: string[];
}

const ITEMS = 'input.serviceItemIds';

/** How long the work takes that somebody wants: as they say, or else what the service items take together. */
export async function workMinutes(
  context: Context,
  { minutes: given, serviceItemIds }: WorkFields,
  serviceCentreId: string,
): Promise<Work> {
  const items = await offeredItems(context, serviceItemIds ?? [], serviceCentreId);
  const minutes = given ?? items.reduce((sum, item) => sum + item.labourMinutes, 0);
  if (minutes === 0)
    throw badField('input.minutes', 'REQUIRED', 'Say what is to be done, or how long it takes.');
  if (minutes > LONGEST_LABOUR_MINUTES)
    throw badField(ITEMS, 'TOO_LONG', 'This is more work than one appointment has room for.');
  return { minutes, serviceItemIds: items.map(({ id }) => id) };
}

export async function offeredItems(
  context: Context,
  ids: readonly string[],
  serviceCentreId: string,
): Promise<ServiceItem[]> {
  const found = await Promise.all(ids.map((id) => context.load(everyServiceItem, id)));
  return found.map((item) => {
    if (!item) throw badField(ITEMS, 'UNKNOWN', 'One of these is no service item.');
    const { active, serviceCentreIds } = item;
    if (!active || (serviceCentreIds.length > 0 && !serviceCentreIds.includes(serviceCentreId)))
      throw badField(ITEMS, 'NOT_OFFERED', `${item.name} is not offered in this service centre.`);
    return item;
  });
}

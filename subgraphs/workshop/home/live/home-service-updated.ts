import { live, updateOf } from '../../../../shared/live/live-field';
import type { Context } from '../../../../shared/subgraph/context';
import { isWanted } from '../../live/work-update-filter';
import { homeServices } from '../home-service.loader';
import {
  type HomeServiceUpdate,
  type HomeServiceUpdateFilter,
  homeServiceUpdates,
} from './home-service-update.type';

export function homeServiceUpdated(
  context: Context,
  filter: HomeServiceUpdateFilter,
  after: string | undefined,
): Promise<HomeServiceUpdate> {
  const names = homeServiceUpdates.events(filter.types);
  const subjectId = filter.homeServiceId ?? undefined;
  return live(context, { names, subjectId, after }, async (happening) => {
    const homeService = await context.load(homeServices, happening.subjectId);
    if (!homeService || !isWanted(filter, homeService, happening)) return null;
    return { ...updateOf(happening), type: homeServiceUpdates.kindOf(happening.name), homeService };
  });
}

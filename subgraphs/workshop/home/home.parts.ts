import { conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { goOnHandler } from './go-on.handler';
import {
  CalendarVisitsResolver,
  JobCardVisitResolver,
  RequestVisitResolver,
} from './home-neighbours.resolver';
import { HomeService } from './home-service.entity';
import { homeServiceReference } from './home-service.reference';
import { HomeServiceChangeResolver, HomeServiceResolver } from './home-service.resolver';
import { HomeServiceChange } from './home-service-change.entity';
import { HomeServiceCommands } from './home-service-commands.resolver';
import { StoredPosition } from './home-service-position.entity';
import { HomeServiceUpdateResolver } from './live/home-service-update.resolver';

/** Work at the customer's home, from the plan to the technician who is back. */
export const homeParts = {
  entities: [HomeService, HomeServiceChange, StoredPosition],
  resolvers: [
    HomeServiceResolver,
    HomeServiceCommands,
    HomeServiceChangeResolver,
    RequestVisitResolver,
    JobCardVisitResolver,
    CalendarVisitsResolver,
    HomeServiceUpdateResolver,
  ],
  references: [homeServiceReference],
  handlers: [goOnHandler],
  constraints: {
    home_service_on_the_way: () =>
      conflict('The technician is on the way to another visit.', { reason: 'ON_THE_WAY' }),
  },
} satisfies Parts;

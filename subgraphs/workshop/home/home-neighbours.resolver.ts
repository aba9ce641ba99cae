import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { sql } from '../../../shared/database/sql';
import type { ListOrder } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { JobCard } from '../jobs/job-card.entity';
import { ServiceRequest } from '../requests/service-request.entity';
import { Calendar } from '../scheduling/slots/calendar.type';
import { HomeService } from './home-service.entity';
import { homeServices } from './home-service.loader';

const LAST: ListOrder<HomeService> = { by: ['createdAt'], descending: true };

@Resolver(() => ServiceRequest)
export class RequestVisitResolver {
  @Reads<ServiceRequest>('id')
  @FieldResolver(() => HomeService, {
    nullable: true,
    description: 'The home visit that was planned for it last; null without one, or when not yours to see.',
  })
  @Permission('homeServices:read')
  async homeVisit(@Root() { id }: Row<ServiceRequest>, @Ctx() context: Context): Promise<HomeService | null> {
    const [last] = await context.childrenOf(homeServices, 'serviceRequestId', id, LAST);
    return last ?? null;
  }
}

@Resolver(() => JobCard)
export class JobCardVisitResolver {
  @Reads<JobCard>('id')
  @FieldResolver(() => HomeService, {
    nullable: true,
    description: 'The home visit that it was made at; null for work in the shop, or when not yours to see.',
  })
  @Permission('homeServices:read')
  async homeVisit(@Root() { id }: Row<JobCard>, @Ctx() context: Context): Promise<HomeService | null> {
    const [found] = await context.childrenOf(homeServices, 'jobCardId', id, LAST);
    return found ?? null;
  }
}

@Resolver(() => Calendar)
export class CalendarVisitsResolver {
  @FieldResolver(() => [HomeService], {
    nullable: true,
    description: 'The home visits of these days, each with its technician; not those called off.',
  })
  @Permission('homeServices:read')
  homeServices(@Root() { part }: Calendar, @Ctx() context: Context): Promise<HomeService[]> {
    const { serviceCentreId, from, until } = part;
    return context.reader.rows(
      homeServices,
      sql`t.service_centre_id = ${serviceCentreId} and t.starts_at < ${until} and t.returns_at > ${from}
        and t.starts_at >= ${from}::timestamptz - interval '31 days' and t.status <> 'CANCELLED'`,
      sql`order by t.starts_at, t.id limit 2000`,
    );
  }
}

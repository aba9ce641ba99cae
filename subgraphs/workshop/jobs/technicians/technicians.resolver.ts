import { Arg, Args, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { ServiceCentreStub } from '../../stubs/service-centre.stub';
import { UserStub } from '../../stubs/user.stub';
import { jobsInHand } from '../job-card.loader';
import { NEWEST_ENTRY } from '../time/list-time-entries';
import { TimeEntry } from '../time/time-entry.entity';
import { runningEntries } from '../time/time-entry.loader';
import { listTechnicians } from './list-technicians';
import { Technician, TechnicianFilter, TechnicianWorkload, WorkloadArgs } from './technician.type';
import { technicianWorkload } from './workload';

const TechnicianConnection = connectionOf(Technician, 'Technician');

@Resolver(() => Technician)
export class TechnicianResolver {
  @Query(() => TechnicianConnection, {
    description: 'Who works on jobs in your service centres, by name: whom a job can be assigned to.',
  })
  @Permission('users:read')
  technicians(
    @Arg('filter', () => TechnicianFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: TechnicianFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Technician>> {
    return listTechnicians(context, filter, page);
  }

  @Query(() => TechnicianWorkload, {
    nullable: true,
    description:
      'How busy a technician is in a service centre on certain days of its calendar; technicians ask about themselves. ' +
      'Null when there is no such technician or service centre for you.',
  })
  @Permission('time:read')
  technicianWorkload(
    @Args() args: WorkloadArgs,
    @Ctx() context: Context,
  ): Promise<TechnicianWorkload | null> {
    return technicianWorkload(context, args);
  }

  @FieldResolver(() => UserStub, { nullable: true, description: 'Their account.' })
  @Permission('users:read')
  user(@Root() { id }: Row<Technician>): UserStub {
    return { id };
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Jobs that they have in hand now, as far as you may see them; 200 at the most.',
  })
  @Permission('jobs:read')
  async openJobs(@Root() { id }: Row<Technician>, @Ctx() context: Context): Promise<number> {
    const order = { by: ['createdAt' as const], descending: true };
    return (await context.childrenOf(jobsInHand, 'technicianId', id, order)).length;
  }

  @FieldResolver(() => TimeEntry, {
    nullable: true,
    description: 'Their clock that runs now; null when none does, or when not yours to see.',
  })
  @Permission('time:read')
  async runningTimeEntry(
    @Root() { id }: Row<Technician>,
    @Ctx() context: Context,
  ): Promise<TimeEntry | null> {
    const [running] = await context.childrenOf(runningEntries, 'technicianId', id, NEWEST_ENTRY);
    return running ?? null;
  }
}

@Resolver(() => TechnicianWorkload)
export class TechnicianWorkloadResolver {
  @FieldResolver(() => UserStub, { nullable: true, description: 'The technician.' })
  @Permission('users:read')
  technician(@Root() { technicianId }: Row<TechnicianWorkload>): UserStub {
    return { id: technicianId };
  }

  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() { serviceCentreId }: Row<TechnicianWorkload>): ServiceCentreStub {
    return { id: serviceCentreId };
  }
}

import { Arg, Ctx, Directive, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { reachOf } from '../../../shared/access/identity';
import { Internal, Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import type { ListOrder } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { stockLevels } from '../stock/stock.loader';
import { StockLevel } from '../stock/stock-level.entity';
import { JobCardStub } from '../stubs/job-card.stub';
import { availabilityOf, JobPartsAvailability, MissingJobPart } from './availability.type';
import { reaches } from './card';
import { JobPart } from './job-part.entity';
import { JobPartStatus } from './job-part.lifecycle';
import { everyJobPart, jobParts } from './job-part.loader';

const READ = 'jobParts:read';
const OLDEST: ListOrder<JobPart> = { by: ['createdAt'], descending: false };

/** Who reaches their own jobs alone gets the parts of those that are, as the workshop says. */
async function partsOf(context: Context, jobCardId: string): Promise<JobPart[]> {
  const isOwn = reachOf(context.identity, READ) === 'own';
  if (isOwn && !(await reaches(context, READ, jobCardId))) return [];
  return context.childrenOf(isOwn ? everyJobPart : jobParts, 'jobCardId', jobCardId, OLDEST);
}

@Resolver(() => JobCardStub)
export class JobCardPartsResolver {
  @FieldResolver(() => [JobPart], {
    nullable: true,
    description:
      'The parts that it needs and uses, the oldest first. Null when inventory does not answer or they are not yours to ' +
      'see.',
  })
  @Permission(READ)
  parts(@Root() card: Row<JobCardStub>, @Ctx() context: Context): Promise<JobPart[]> {
    return partsOf(context, card.id);
  }

  @FieldResolver(() => JobPartsAvailability, {
    nullable: true,
    description:
      'Whether its parts are there, and if not, where there are some. Null when inventory does not answer or it is not ' +
      'yours to see.',
  })
  @Permission(READ)
  async partsAvailability(
    @Root() card: Row<JobCardStub>,
    @Ctx() context: Context,
  ): Promise<JobPartsAvailability> {
    return availabilityOf(await partsOf(context, card.id));
  }

  @Query(() => Int, {
    description:
      'How many parts of a job are reserved or waited for: before it is completed, there are none.',
  })
  @Directive('@inaccessible')
  @Internal()
  jobPartsToSettle(
    @Arg('jobCardId', () => ID, { description: 'The job card.' }) jobCardId: string,
    @Ctx() { reader, identity }: Context,
  ): Promise<number> {
    return reader.count(
      everyJobPart,
      sql`t.organisation_id = ${identity.organisationId} and t.job_card_id = ${jobCardId}
        and t.status in (${JobPartStatus.WAITING}, ${JobPartStatus.RESERVED})`,
    );
  }
}

@Resolver(() => MissingJobPart)
export class MissingJobPartResolver {
  @FieldResolver(() => [StockLevel], {
    nullable: true,
    description:
      'Where some of it is free, of the places that you may see. Null when stock is not yours to see.',
  })
  @Permission('stock:read')
  async elsewhere(@Root() { jobPart }: MissingJobPart, @Ctx() context: Context): Promise<StockLevel[]> {
    const levels = await context.childrenOf(stockLevels, 'partId', jobPart.partId, {
      by: ['createdAt'],
      descending: false,
    });
    return levels.filter(({ available }) => available !== '0');
  }
}

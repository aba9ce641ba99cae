import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { Context } from '../../../../shared/subgraph/context';
import { ServiceCentreStub } from '../../stubs/service-centre.stub';
import { Bay } from './bay.entity';
import { CreateBayInput, UpdateBayInput } from './bay.input';
import { listBays } from './list-bays';
import { createBay, updateBay } from './save-bay';

@Resolver(() => Bay)
export class BayResolver {
  @Query(() => [Bay], { description: 'The bays of your service centres, in their order (the first 500).' })
  @Permission('scheduling:read')
  bays(
    @Arg('serviceCentreId', () => ID, { nullable: true, description: 'Of this service centre alone.' })
    serviceCentreId: string | null,
    @Ctx() context: Context,
  ): Promise<Bay[]> {
    return listBays(context, serviceCentreId);
  }

  @Mutation(() => Bay, { description: 'Sets a bay up; from now on it can be booked.' })
  @Permission('scheduling:update')
  createBay(
    @Arg('input', { description: 'What it is.' }) input: CreateBayInput,
    @Ctx() context: Context,
  ): Promise<Bay> {
    return createBay(context, input);
  }

  @Mutation(() => Bay, { description: 'Changes a bay, or takes it out of use. What is booked in it stays.' })
  @Permission('scheduling:update')
  updateBay(
    @Arg('id', () => ID, { description: 'The bay.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateBayInput,
    @Ctx() context: Context,
  ): Promise<Bay> {
    return updateBay(context, id, input);
  }

  @Reads<Bay>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'Where; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() bay: Row<Bay>): ServiceCentreStub {
    return { id: bay.serviceCentreId };
  }
}

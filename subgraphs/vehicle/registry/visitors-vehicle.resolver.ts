import { Args, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { Internal } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { takeInVisitorsVehicle } from './take-in-visitors-vehicle';
import { VisitorsVehicle, VisitorsVehicleArgs } from './visitors-vehicle.type';

/** Asked by other subgraphs on the program's behalf; clients do not see it. */
@Resolver()
export class VisitorsVehicleResolver {
  @Mutation(() => VisitorsVehicle, { description: 'Takes in the vehicle of somebody without an account.' })
  @Directive('@inaccessible')
  @Internal()
  takeInVisitorsVehicle(
    @Args() vehicle: VisitorsVehicleArgs,
    @Ctx() context: Context,
  ): Promise<VisitorsVehicle> {
    return takeInVisitorsVehicle(context, vehicle);
  }
}

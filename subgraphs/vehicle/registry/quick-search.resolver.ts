import { IsInt, Length, Matches, Max, Min } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, Query, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { quickSearchVehicles } from './quick-search';
import { VehicleMatch } from './quick-search.type';

@ArgsType()
class QuickSearchArgs {
  @Field({
    description:
      'Plate, VIN, or the name or phone of the owner, or a part of it, of plates and VINs at least three signs. In ' +
      'any spelling: case, spaces and dashes do not matter, nor whether a phone has its country.',
  })
  @Length(2, 60)
  @Matches(/[\p{L}\p{N}]/u, { message: 'this has neither letter nor digit' })
  search!: string;

  @Field(() => Int, { defaultValue: 10, description: 'How many at most, up to 25.' })
  @IsInt()
  @Min(1)
  @Max(25)
  first!: number;
}

@Resolver()
export class QuickSearchResolver {
  @Query(() => [VehicleMatch], {
    description:
      'The one search box of the counter: vehicles in use that you may see, the best match first. An exact plate ' +
      'comes before an exact VIN, before parts of either, before owners.',
  })
  @Permission('vehicles:read')
  quickSearchVehicles(
    @Args() { search, first }: QuickSearchArgs,
    @Ctx() context: Context,
  ): Promise<VehicleMatch[]> {
    return quickSearchVehicles(context, search, first);
  }
}

import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Permission, SignedIn } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { decodeVin } from './decode-vin';
import { LookupVehicleInput } from './lookup.input';
import { VehicleLookup } from './lookup.type';
import { lookupVehicle } from './lookup-vehicle';
import { VinDecoding } from './vin.type';

@Resolver()
export class LookupResolver {
  @Mutation(() => VehicleLookup, {
    description:
      'Asks a public register about a plate, or answers with what it said lately. Troubles of the register are an ' +
      '`outcome`; RATE_LIMITED is when your organisation asks too often.',
  })
  @Permission('vehicles:lookup')
  lookupVehicle(
    @Arg('input', { description: 'Which plate.' }) input: LookupVehicleInput,
    @Ctx() context: Context,
  ): Promise<VehicleLookup> {
    return lookupVehicle(context, input);
  }

  @Query(() => VinDecoding, {
    description:
      'What a vehicle identification number says by itself, without asking anybody. BAD_INPUT when it cannot be one.',
  })
  @SignedIn()
  decodeVin(
    @Arg('vin', { description: '17 signs, in any case; spaces and dashes do not matter.' }) vin: string,
  ): VinDecoding {
    return decodeVin(vin);
  }
}

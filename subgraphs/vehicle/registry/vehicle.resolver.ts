import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { reachOf } from '../../../shared/access/identity';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { CustomerStub } from '../stubs/customer.stub';
import {
  archiveVehicle,
  changeVehiclePlate,
  restoreVehicle,
  transferVehicleOwnership,
  updateVehicle,
} from './change-vehicle';
import { createVehicle } from './create-vehicle';
import { findVehicle } from './find-vehicle';
import { Ownership, PlatePeriod } from './history.entity';
import { listVehicles } from './list-vehicles';
import { VehicleConnection } from './vehicle.connection';
import { Vehicle } from './vehicle.entity';
import { CreateVehicleInput, FindVehicleInput, PlateInput, UpdateVehicleInput } from './vehicle.input';
import { ownerships, platePeriods, vehicles } from './vehicle.loader';
import { VehicleFilter, VehicleOrder } from './vehicle-list.input';
import { checkDigitFits } from './vin';

const ID_OF_VEHICLE = { description: 'The vehicle.' };

@Resolver(() => Vehicle)
export class VehicleResolver {
  @Query(() => Vehicle, {
    nullable: true,
    description: 'One vehicle; null when there is none that you may see.',
  })
  @Permission('vehicles:read')
  vehicle(@Arg('id', () => ID, ID_OF_VEHICLE) id: string, @Ctx() context: Context): Promise<Vehicle | null> {
    return context.load(vehicles, id);
  }

  @Query(() => VehicleConnection, { description: 'The vehicles that you may see.' })
  @Permission('vehicles:read')
  vehicles(
    @Arg('filter', () => VehicleFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: VehicleFilter,
    @Arg('orderBy', () => VehicleOrder, {
      defaultValue: VehicleOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: VehicleOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Vehicle>> {
    return listVehicles(context, filter, orderBy, page);
  }

  @Mutation(() => Vehicle, { description: 'Takes a vehicle in.' })
  @Permission('vehicles:create')
  createVehicle(
    @Arg('input', { description: 'What is known about it.' }) input: CreateVehicleInput,
    @Ctx() context: Context,
  ): Promise<Vehicle> {
    return createVehicle(context, input);
  }

  @Mutation(() => Vehicle, { description: 'Changes what is known about a vehicle.' })
  @Permission('vehicles:update')
  updateVehicle(
    @Arg('id', () => ID, ID_OF_VEHICLE) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateVehicleInput,
    @Ctx() context: Context,
  ): Promise<Vehicle> {
    return updateVehicle(context, id, input);
  }

  @Mutation(() => Vehicle, {
    description:
      'Archives a vehicle: it leaves the lists, gives its plate free and keeps its history. Again: nothing happens.',
  })
  @Permission('vehicles:archive')
  archiveVehicle(@Arg('id', () => ID, ID_OF_VEHICLE) id: string, @Ctx() context: Context): Promise<Vehicle> {
    return archiveVehicle(context, id);
  }

  @Mutation(() => Vehicle, {
    description:
      'Takes an archived vehicle back into use. CONFLICT when another car carries its plate by now.',
  })
  @Permission('vehicles:archive')
  restoreVehicle(@Arg('id', () => ID, ID_OF_VEHICLE) id: string, @Ctx() context: Context): Promise<Vehicle> {
    return restoreVehicle(context, id);
  }

  @Mutation(() => Vehicle, { description: 'Puts another plate on a vehicle, or takes its plate off.' })
  @Permission('vehicles:update')
  changeVehiclePlate(
    @Arg('id', () => ID, ID_OF_VEHICLE) id: string,
    @Arg('plate', () => PlateInput, {
      nullable: true,
      description: 'The plate from now on; null when it carries none.',
    })
    plate: PlateInput | null,
    @Ctx() context: Context,
  ): Promise<Vehicle> {
    return changeVehiclePlate(context, id, plate);
  }

  @Mutation(() => Vehicle, { description: 'Gives a vehicle to another customer, from now on.' })
  @Permission('vehicles:transfer')
  transferVehicleOwnership(
    @Arg('id', () => ID, ID_OF_VEHICLE) id: string,
    @Arg('customerId', () => ID, { description: 'Its new owner.' }) customerId: string,
    @Ctx() context: Context,
  ): Promise<Vehicle> {
    return transferVehicleOwnership(context, id, customerId);
  }

  @Mutation(() => Vehicle, {
    nullable: true,
    description:
      'Looks a vehicle of the whole organisation up by its exact plate or VIN, and opens it to the service centre ' +
      'that asks; null when there is none. Each look-up is written to the audit log.',
  })
  @Permission('vehicles:link')
  findVehicle(
    @Arg('input', { description: 'What is known of it in full.' }) input: FindVehicleInput,
    @Ctx() context: Context,
  ): Promise<Vehicle | null> {
    return findVehicle(context, input);
  }

  @Reads<Vehicle>('vin')
  @FieldResolver(() => Boolean, {
    nullable: true,
    description:
      'Whether the VIN’s check digit fits; null without a VIN. False is a warning: only makers in North America ' +
      'and China must set it.',
  })
  vinCheckDigitFits(@Root() vehicle: Row<Vehicle>): boolean | null {
    return vehicle.vin ? checkDigitFits(vehicle.vin) : null;
  }

  @Reads<Vehicle>('notes')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Notes of the shop. Null for customers, who do not see them.',
  })
  notes(@Root() vehicle: Row<Vehicle>, @Ctx() context: Context): string | null {
    return reachOf(context.identity, 'vehicles:read') === 'all' ? vehicle.notes : null;
  }

  @Reads<Vehicle>('ownerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'Who owns it now; null when nobody is known, or they are not yours to see.',
  })
  @Permission('customers:read')
  owner(@Root() vehicle: Row<Vehicle>): CustomerStub | null {
    return vehicle.ownerId ? { id: vehicle.ownerId } : null;
  }

  @Reads<Vehicle>('id')
  @FieldResolver(() => [Ownership], { description: 'Who owned it, the latest first. Not for customers.' })
  ownershipHistory(@Root() vehicle: Row<Vehicle>, @Ctx() context: Context): Promise<Ownership[]> {
    return context.childrenOf(ownerships, 'vehicleId', vehicle.id, { by: ['ownedFrom'], descending: true });
  }

  @Reads<Vehicle>('id')
  @FieldResolver(() => [PlatePeriod], {
    description: 'Which plates it carried, the latest first. Not for customers.',
  })
  plateHistory(@Root() vehicle: Row<Vehicle>, @Ctx() context: Context): Promise<PlatePeriod[]> {
    return context.childrenOf(platePeriods, 'vehicleId', vehicle.id, { by: ['validFrom'], descending: true });
  }
}

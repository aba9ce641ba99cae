import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { CustomerStub } from '../stubs/customer.stub';
import {
  archiveVehicle,
  changeVehiclePlate,
  transferVehicleOwnership,
  updateVehicle,
} from './change-vehicle';
import { createVehicle } from './create-vehicle';
import { Ownership, PlatePeriod } from './history.entity';
import { listVehicles } from './list-vehicles';
import { Vehicle } from './vehicle.entity';
import {
  CreateVehicleInput,
  PlateInput,
  UpdateVehicleInput,
  VehicleFilter,
  VehicleOrder,
} from './vehicle.input';
import { ownerships, platePeriods, vehicles } from './vehicle.loader';

export const VehicleConnection = connectionOf(Vehicle, 'Vehicle');

@Resolver(() => Vehicle)
export class VehicleResolver {
  @Query(() => Vehicle, {
    nullable: true,
    description: 'One vehicle; null when there is none that you may see.',
  })
  @Permission('vehicles:read')
  vehicle(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Vehicle | null> {
    return context.load(vehicles, id);
  }

  @Query(() => VehicleConnection, { description: 'The vehicles that you may see.' })
  @Permission('vehicles:read')
  vehicles(
    @Arg('filter', () => VehicleFilter, { defaultValue: {} }) filter: VehicleFilter,
    @Arg('orderBy', () => VehicleOrder, { defaultValue: VehicleOrder.NEWEST }) orderBy: VehicleOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Vehicle>> {
    return listVehicles(context, filter, orderBy, page);
  }

  @Mutation(() => Vehicle, { description: 'Takes a vehicle in.' })
  @Permission('vehicles:create')
  createVehicle(@Arg('input') input: CreateVehicleInput, @Ctx() context: Context): Promise<Vehicle> {
    return createVehicle(context, input);
  }

  @Mutation(() => Vehicle, { description: 'Changes what is known about a vehicle.' })
  @Permission('vehicles:update')
  updateVehicle(
    @Arg('id', () => ID) id: string,
    @Arg('input') input: UpdateVehicleInput,
    @Ctx() context: Context,
  ): Promise<Vehicle> {
    return updateVehicle(context, id, input);
  }

  @Mutation(() => Vehicle, { description: 'Archives a vehicle: it leaves the lists and keeps its history.' })
  @Permission('vehicles:archive')
  archiveVehicle(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Vehicle> {
    return archiveVehicle(context, id);
  }

  @Mutation(() => Vehicle, { description: 'Puts another plate on a vehicle, or takes its plate off.' })
  @Permission('vehicles:update')
  changeVehiclePlate(
    @Arg('id', () => ID) id: string,
    @Arg('plate', () => PlateInput, { nullable: true }) plate: PlateInput | null,
    @Ctx() context: Context,
  ): Promise<Vehicle> {
    return changeVehiclePlate(context, id, plate);
  }

  @Mutation(() => Vehicle, { description: 'Gives a vehicle to another customer, from now on.' })
  @Permission('vehicles:transfer')
  transferVehicleOwnership(
    @Arg('id', () => ID) id: string,
    @Arg('customerId', () => ID) customerId: string,
    @Ctx() context: Context,
  ): Promise<Vehicle> {
    return transferVehicleOwnership(context, id, customerId);
  }

  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'Who owns it now; null when nobody is known.',
  })
  owner(@Root() vehicle: Row<Vehicle>): CustomerStub | null {
    return vehicle.ownerId ? { id: vehicle.ownerId } : null;
  }

  @FieldResolver(() => [Ownership], { description: 'Who owned it, the latest first. Not for customers.' })
  ownershipHistory(@Root() vehicle: Row<Vehicle>, @Ctx() context: Context): Promise<Ownership[]> {
    return context.childrenOf(ownerships, 'vehicleId', vehicle.id, { by: ['ownedFrom'], descending: true });
  }

  @FieldResolver(() => [PlatePeriod], {
    description: 'Which plates it carried, the latest first. Not for customers.',
  })
  plateHistory(@Root() vehicle: Row<Vehicle>, @Ctx() context: Context): Promise<PlatePeriod[]> {
    return context.childrenOf(platePeriods, 'vehicleId', vehicle.id, { by: ['validFrom'], descending: true });
  }
}

@Resolver(() => Ownership)
export class OwnershipResolver {
  @FieldResolver(() => CustomerStub, { description: 'The customer who owned it.' })
  customer(@Root() ownership: Row<Ownership>): CustomerStub {
    return { id: ownership.customerId };
  }
}

@Resolver(() => CustomerStub)
export class CustomerVehiclesResolver {
  @FieldResolver(() => VehicleConnection, { description: 'The vehicles that the customer owns now.' })
  @Permission('vehicles:read')
  vehicles(
    @Root() customer: Row<CustomerStub>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Vehicle>> {
    return context.pageOf(vehicles, 'ownerId', customer.id, { by: ['createdAt'], descending: true }, page);
  }
}

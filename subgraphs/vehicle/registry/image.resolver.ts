import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Context } from '../../../shared/subgraph/context';
import { FileStub } from '../stubs/file.stub';
import { addVehicleImage, removeVehicleImage, updateVehicleImage } from './change-images';
import { VehicleImage } from './image.entity';
import { AddVehicleImageInput, UpdateVehicleImageInput } from './image.input';
import { IN_ORDER, vehicleImages } from './image.loader';
import { Vehicle } from './vehicle.entity';

const ID_OF_IMAGE = { description: 'The picture.' };

@Resolver(() => Vehicle)
export class VehicleImagesResolver {
  @Mutation(() => VehicleImage, {
    description: 'Adds an uploaded picture to a vehicle. The same file again: nothing happens.',
  })
  @Permission('vehicles:update')
  addVehicleImage(
    @Arg('input', { description: 'Which picture, of which vehicle.' }) input: AddVehicleImageInput,
    @Ctx() context: Context,
  ): Promise<VehicleImage> {
    return addVehicleImage(context, input);
  }

  @Mutation(() => VehicleImage, {
    description:
      'Changes what a picture is called, its place, or makes it the one that stands for the vehicle.',
  })
  @Permission('vehicles:update')
  updateVehicleImage(
    @Arg('id', () => ID, ID_OF_IMAGE) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateVehicleImageInput,
    @Ctx() context: Context,
  ): Promise<VehicleImage> {
    return updateVehicleImage(context, id, input);
  }

  @Mutation(() => Vehicle, {
    description:
      'Takes a picture off a vehicle and answers with the vehicle; the file itself is kept. When it stood for the ' +
      'vehicle, the next one does.',
  })
  @Permission('vehicles:update')
  removeVehicleImage(
    @Arg('id', () => ID, ID_OF_IMAGE) id: string,
    @Ctx() context: Context,
  ): Promise<Vehicle> {
    return removeVehicleImage(context, id);
  }

  @Reads<Vehicle>('id')
  @FieldResolver(() => [VehicleImage], {
    description: 'Its pictures in their order. Customers see those added since it is theirs.',
  })
  images(@Root() vehicle: Row<Vehicle>, @Ctx() context: Context): Promise<VehicleImage[]> {
    return context.childrenOf(vehicleImages, 'vehicleId', vehicle.id, IN_ORDER);
  }
}

@Resolver(() => VehicleImage)
export class VehicleImageFileResolver {
  @Reads<VehicleImage>('fileId')
  @FieldResolver(() => FileStub, {
    nullable: true,
    description: 'The picture itself, with links to it and to a small one; null when it is not yours to see.',
  })
  @Permission('files:read')
  file(@Root() image: Row<VehicleImage>): FileStub {
    return { id: image.fileId };
  }
}

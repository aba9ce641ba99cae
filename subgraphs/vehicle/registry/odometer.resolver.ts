import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { OdometerReading } from './odometer.entity';
import { RecordOdometerReadingInput } from './odometer.input';
import { LATEST_READING, odometerReadings } from './odometer.loader';
import { recordOdometerReading } from './record-odometer';
import { Vehicle } from './vehicle.entity';

const OdometerReadingConnection = connectionOf(OdometerReading, 'OdometerReading');

@Resolver(() => Vehicle)
export class OdometerResolver {
  @Mutation(() => OdometerReading, {
    description:
      'Writes down what a vehicle’s odometer showed. Lower than the reading before it by date, or higher than the ' +
      'one after it, is BAD_INPUT with that reading as `neighbour`, unless an odometer was replaced or corrected.',
  })
  @Permission('vehicles:update')
  recordOdometerReading(
    @Arg('input', { description: 'What it showed.' }) input: RecordOdometerReadingInput,
    @Ctx() context: Context,
  ): Promise<OdometerReading> {
    return recordOdometerReading(context, input);
  }

  @Reads<Vehicle>('id')
  @FieldResolver(() => OdometerReading, {
    nullable: true,
    description:
      'The latest reading by date; null while there is none. Customers see those since it is theirs.',
  })
  async odometer(@Root() vehicle: Row<Vehicle>, @Ctx() context: Context): Promise<OdometerReading | null> {
    const latest = { first: 1 };
    const { nodes } = await context.pageOf(odometerReadings, 'vehicleId', vehicle.id, LATEST_READING, latest);
    return nodes[0] ?? null;
  }

  @Reads<Vehicle>('id')
  @FieldResolver(() => OdometerReadingConnection, {
    description:
      'What its odometer showed, the latest by date first. Customers see those since it is theirs.',
  })
  odometerReadings(
    @Root() vehicle: Row<Vehicle>,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<OdometerReading>> {
    return context.pageOf(odometerReadings, 'vehicleId', vehicle.id, LATEST_READING, page);
  }
}

import { IsInt, IsOptional, Length, Matches, MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql';
import { AsksToo, Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { createHomeService } from './create-home-service';
import { cancelHomeService, completeHomeService } from './end-home-service';
import { HomeService } from './home-service.entity';
import {
  AssignHomeServiceInput,
  CreateHomeServiceInput,
  HomeServiceLocationInput,
  ScheduleHomeServiceInput,
  UpdateHomeServiceInput,
} from './home-service.input';
import { assignHomeService, scheduleHomeService } from './schedule-home-service';
import { startHomeService } from './start-home-service';
import { arriveHomeService, startHomeServiceRoute, updateHomeServiceLocation } from './travel-to-visit';
import { updateHomeService } from './update-home-service';

const ID_OF_VISIT = { description: 'The home visit.' };

@ArgsType()
class StartRouteArgs {
  @Field(() => ID, ID_OF_VISIT)
  id!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When they expect to be there. Default: after the minutes on the road that are planned.',
  })
  expectedArrivalAt?: Date | null;
}

@ArgsType()
class CompleteArgs {
  @Field(() => ID, ID_OF_VISIT)
  id!: string;

  @Field(() => String, { nullable: true, description: 'What is to be said about it.' })
  @IsOptional()
  @MaxLength(2000)
  notes?: string | null;
}

@ArgsType()
class CancelArgs {
  @Field(() => ID, ID_OF_VISIT)
  id!: string;

  @Field({ description: 'Why; it stays in the history, and the customer sees it.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@Resolver()
export class HomeServiceCommands {
  @Mutation(() => HomeService, {
    description:
      'Plans a home visit and books whoever goes, with the way there and back. Customers plan one for a request of ' +
      'theirs that was approved. When nobody is free: CONFLICT with `reason: SLOT_TAKEN` and `alternatives`.',
  })
  @Permission('homeServices:create')
  @AsksToo('appointments:override')
  createHomeService(
    @Arg('input', { description: 'Where, when, for whom, for what work.' }) input: CreateHomeServiceInput,
    @Ctx() context: Context,
  ): Promise<HomeService> {
    return createHomeService(context, input);
  }

  @Mutation(() => HomeService, {
    description: 'Gives a home visit another time. Not once somebody is on the way.',
  })
  @Permission('homeServices:dispatch')
  @AsksToo('appointments:override')
  scheduleHomeService(
    @Arg('id', () => ID, ID_OF_VISIT) id: string,
    @Arg('input', { description: 'When from now on.' }) input: ScheduleHomeServiceInput,
    @Ctx() context: Context,
  ): Promise<HomeService> {
    return scheduleHomeService(context, id, input);
  }

  @Mutation(() => HomeService, {
    description: 'Gives a home visit to another technician. Not once somebody is on the way.',
  })
  @Permission('homeServices:dispatch')
  @AsksToo('appointments:override')
  assignHomeService(
    @Arg('id', () => ID, ID_OF_VISIT) id: string,
    @Arg('input', { description: 'Who goes from now on.' }) input: AssignHomeServiceInput,
    @Ctx() context: Context,
  ): Promise<HomeService> {
    return assignHomeService(context, id, input);
  }

  @Mutation(() => HomeService, {
    description: 'Changes where a home visit is or what it is about, until the technician is there.',
  })
  @Permission('homeServices:dispatch')
  updateHomeService(
    @Arg('id', () => ID, ID_OF_VISIT) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateHomeServiceInput,
    @Ctx() context: Context,
  ): Promise<HomeService> {
    return updateHomeService(context, id, input);
  }

  @Mutation(() => HomeService, {
    description:
      'Says that the technician is on the way; the customer is told when to expect them. Again: nothing happens.',
  })
  @Permission('homeServices:update')
  startHomeServiceRoute(
    @Args() { id, expectedArrivalAt }: StartRouteArgs,
    @Ctx() context: Context,
  ): Promise<HomeService> {
    return startHomeServiceRoute(context, id, expectedArrivalAt);
  }

  @Mutation(() => HomeService, {
    description:
      'Says where the technician is who is on the way: they alone say so, at most 12 times a minute. Only the last ' +
      'place is kept, and forgotten when they arrive.',
  })
  @Permission('homeServices:update')
  updateHomeServiceLocation(
    @Arg('id', () => ID, ID_OF_VISIT) id: string,
    @Arg('input', { description: 'Where.' }) input: HomeServiceLocationInput,
    @Ctx() context: Context,
  ): Promise<HomeService> {
    return updateHomeServiceLocation(context, id, input);
  }

  @Mutation(() => HomeService, { description: 'Says that the technician is there. Again: nothing happens.' })
  @Permission('homeServices:update')
  arriveHomeService(
    @Arg('id', () => ID, ID_OF_VISIT) id: string,
    @Ctx() context: Context,
  ): Promise<HomeService> {
    return arriveHomeService(context, id);
  }

  @Mutation(() => HomeService, {
    description:
      'Begins the work on site and opens its job card, one and no more, for the technician who is there. Again: ' +
      'nothing happens.',
  })
  @Permission('homeServices:update')
  startHomeService(
    @Arg('id', () => ID, ID_OF_VISIT) id: string,
    @Ctx() context: Context,
  ): Promise<HomeService> {
    return startHomeService(context, id);
  }

  @Mutation(() => HomeService, {
    description:
      'Says that the visit is over. Before its job card is completed: CONFLICT with `reason: JOB_NOT_COMPLETED`. ' +
      'Again: nothing happens.',
  })
  @Permission('homeServices:update')
  completeHomeService(@Args() { id, notes }: CompleteArgs, @Ctx() context: Context): Promise<HomeService> {
    return completeHomeService(context, id, notes);
  }

  @Mutation(() => HomeService, {
    description:
      'Calls a home visit off and gives the time back. Once the work has begun its job card is cancelled first ' +
      '(CONFLICT with `reason: JOB_OPEN`). Again: nothing happens.',
  })
  @Permission('homeServices:cancel')
  cancelHomeService(@Args() args: CancelArgs, @Ctx() context: Context): Promise<HomeService> {
    return cancelHomeService(context, args);
  }
}

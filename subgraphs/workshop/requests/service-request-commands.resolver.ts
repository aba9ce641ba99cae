import { IsInt, IsOptional, Length, Matches } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { cancelServiceRequest } from './cancel-service-request';
import { updateServiceRequest } from './change-service-request';
import { createServiceRequest } from './create-service-request';
import { approveServiceRequest, rejectServiceRequest } from './decide-service-request';
import { scheduleServiceRequest } from './schedule-service-request';
import { ServiceRequest } from './service-request.entity';
import {
  CreateServiceRequestInput,
  ScheduleServiceRequestInput,
  UpdateServiceRequestInput,
} from './service-request.input';

const ID_OF_REQUEST = { description: 'The service request.' };
const VERSION = {
  nullable: true,
  description: 'The version you saw; CONFLICT when it is another by now.',
};

@ArgsType()
class ApproveArgs {
  @Field(() => ID, ID_OF_REQUEST)
  id!: string;

  @Field(() => String, { nullable: true, description: 'What is to be said about it in the history.' })
  @IsOptional()
  @Length(1, 1000)
  reason?: string | null;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
class CloseArgs {
  @Field(() => ID, ID_OF_REQUEST)
  id!: string;

  @Field({ description: 'Why; it stays in the history, and the customer sees it.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@Resolver()
export class ServiceRequestCommands {
  @Mutation(() => ServiceRequest, {
    description: 'Raises a service request. Customers raise them for themselves and their own vehicles.',
  })
  @Permission('serviceRequests:create')
  createServiceRequest(
    @Arg('input', { description: 'What is wished for, by whom.' }) input: CreateServiceRequestInput,
    @Ctx() context: Context,
  ): Promise<ServiceRequest> {
    return createServiceRequest(context, input);
  }

  @Mutation(() => ServiceRequest, { description: 'Changes a service request that is not closed.' })
  @Permission('serviceRequests:update')
  updateServiceRequest(
    @Arg('id', () => ID, ID_OF_REQUEST) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateServiceRequestInput,
    @Ctx() context: Context,
  ): Promise<ServiceRequest> {
    return updateServiceRequest(context, id, input);
  }

  @Mutation(() => ServiceRequest, {
    description: 'Takes a request on. Again: nothing happens. Not once it was rejected.',
  })
  @Permission('serviceRequests:approve')
  approveServiceRequest(@Args() args: ApproveArgs, @Ctx() context: Context): Promise<ServiceRequest> {
    return approveServiceRequest(context, args);
  }

  @Mutation(() => ServiceRequest, {
    description: 'Turns a request down. Again: nothing happens. Not once it was approved.',
  })
  @Permission('serviceRequests:approve')
  rejectServiceRequest(@Args() args: CloseArgs, @Ctx() context: Context): Promise<ServiceRequest> {
    return rejectServiceRequest(context, args);
  }

  @Mutation(() => ServiceRequest, {
    description:
      'Books an appointment for a request that was approved, or another one when its appointment was called off or missed.',
  })
  @Permission('serviceRequests:update')
  scheduleServiceRequest(
    @Arg('id', () => ID, ID_OF_REQUEST) id: string,
    @Arg('input', { description: 'When, where and by whom.' }) input: ScheduleServiceRequestInput,
    @Ctx() context: Context,
  ): Promise<ServiceRequest> {
    return scheduleServiceRequest(context, id, input);
  }

  @Mutation(() => ServiceRequest, {
    description:
      'Calls a request off before the work has begun, with the appointment or the home visit that was booked for it. ' +
      'Again: nothing happens.',
  })
  @Permission('serviceRequests:cancel')
  cancelServiceRequest(@Args() args: CloseArgs, @Ctx() context: Context): Promise<ServiceRequest> {
    return cancelServiceRequest(context, args);
  }
}

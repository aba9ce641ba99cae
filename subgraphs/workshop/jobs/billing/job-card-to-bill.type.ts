import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Money } from '../../../../shared/money';
import { JobCardStatus } from '../job-card.lifecycle';

@ObjectType({
  description: 'A piece of work that was done. It comes to quantity × unit price, rounded once.',
})
@Directive('@inaccessible')
export class JobLineToBill {
  @Field(() => ID, { description: 'The service of the job.' })
  jobServiceId!: string;

  @Field(() => ID, { nullable: true, description: 'The approval that it comes from.' })
  additionalServiceId!: string | null;

  @Field(() => ID, { nullable: true, description: 'What of the catalogue it is.' })
  serviceItemId!: string | null;

  @Field({ description: 'What it is called.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  description!: string | null;

  @Field({ description: 'How many unit prices it is, as a decimal: pieces, or hours where they are paid.' })
  quantity!: string;

  @Field(() => String, { nullable: true, description: 'Hours of labour in all, as a decimal.' })
  labourHours!: string | null;

  @Field(() => Money, { nullable: true, description: 'Price of one; null where none was agreed.' })
  unitPrice!: Money | null;

  @Field(() => String, { nullable: true, description: 'Category of tax; null for the usual one.' })
  taxCategory!: string | null;
}

@ObjectType({ description: 'What a job comes to but for its parts, and whose it is.' })
@Directive('@inaccessible')
export class JobCardToBill {
  @Field(() => ID, { description: 'The job card.' })
  id!: string;

  @Field({ description: 'Its number.' })
  number!: string;

  @Field(() => JobCardStatus, { description: 'Where it stands.' })
  status!: JobCardStatus;

  @Field(() => ID, { description: 'Who brought the vehicle.' })
  customerId!: string;

  @Field(() => ID, { description: 'The vehicle.' })
  vehicleId!: string;

  @Field(() => ID, { description: 'The service centre that did the work.' })
  serviceCentreId!: string;

  @Field(() => ID, { nullable: true, description: 'Who did it.' })
  technicianId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The service request that it came of.' })
  serviceRequestId!: string | null;

  @Field(() => Date, { nullable: true, description: 'When the work was done; null before that.' })
  completedAt!: Date | null;

  @Field(() => [JobLineToBill], { description: 'What was done, in the order in which it was added.' })
  lines!: JobLineToBill[];
}

import { IsUUID, Length } from 'class-validator';
import { ArgsType, Directive, Field, ID, ObjectType } from 'type-graphql';

@ArgsType()
export class VisitorArgs {
  @Field(() => ID, { description: 'The service centre that they come to.' })
  @IsUUID()
  serviceCentreId!: string;

  @Field({ description: 'First name.' })
  firstName!: string;

  @Field({ description: 'Last name.' })
  lastName!: string;

  @Field({ description: 'Phone, as people of the service centre’s country dial it.' })
  phone!: string;

  @Field(() => String, { nullable: true, description: 'E-mail.' })
  email?: string | null;

  @Field({ description: 'Makes a repeated call return the first result.' })
  @Length(8, 200)
  idempotencyKey!: string;
}

@ObjectType({ description: 'A visitor as a customer. For the other subgraphs alone.' })
@Directive('@inaccessible')
export class Visitor {
  @Field(() => ID, { description: 'The customer.' })
  customerId!: string;

  @Field({ description: 'Whether they were known before.' })
  known!: boolean;

  @Field({ description: 'Their phone as E.164.' })
  phone!: string;
}

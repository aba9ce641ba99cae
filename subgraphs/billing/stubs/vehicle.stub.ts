import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The vehicle subgraph's type; here it carries only the fields that billing adds to it. */
@ObjectType('Vehicle')
@Directive('@key(fields: "id")')
export class VehicleStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

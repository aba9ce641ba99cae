import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The customer subgraph's type; billing only refers to it. */
@ObjectType('ServiceCentre')
@Directive('@key(fields: "id", resolvable: false)')
export class ServiceCentreStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

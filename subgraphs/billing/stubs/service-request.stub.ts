import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The workshop subgraph's type; billing only refers to it. */
@ObjectType('ServiceRequest')
@Directive('@key(fields: "id", resolvable: false)')
export class ServiceRequestStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

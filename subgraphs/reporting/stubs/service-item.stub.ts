import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The workshop subgraph's type; reporting only refers to it. */
@ObjectType('ServiceItem')
@Directive('@key(fields: "id", resolvable: false)')
export class ServiceItemStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

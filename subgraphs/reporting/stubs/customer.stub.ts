import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The customer subgraph's type; reporting only refers to it. */
@ObjectType('Customer')
@Directive('@key(fields: "id", resolvable: false)')
export class CustomerStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The customer subgraph's type; billing only refers to it. */
@ObjectType('User')
@Directive('@key(fields: "id", resolvable: false)')
export class UserStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

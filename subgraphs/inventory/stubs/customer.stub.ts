import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The customer subgraph's type; here it carries only the field that inventory adds to it. */
@ObjectType('Customer')
@Directive('@key(fields: "id")')
export class CustomerStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

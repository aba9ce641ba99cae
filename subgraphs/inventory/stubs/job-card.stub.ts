import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The workshop subgraph's type; here it carries only the fields that inventory adds to it. */
@ObjectType('JobCard')
@Directive('@key(fields: "id")')
export class JobCardStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

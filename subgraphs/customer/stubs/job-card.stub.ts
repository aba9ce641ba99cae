import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The workshop's type; here it is only referred to. */
@ObjectType('JobCard')
@Directive('@key(fields: "id", resolvable: false)')
export class JobCardStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

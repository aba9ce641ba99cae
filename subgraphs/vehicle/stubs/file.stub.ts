import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The customer subgraph's type; vehicles only refer to it. */
@ObjectType('File')
@Directive('@key(fields: "id", resolvable: false)')
export class FileStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The inventory subgraph's type; reporting only refers to it. */
@ObjectType('Part')
@Directive('@key(fields: "id", resolvable: false)')
export class PartStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The inventory subgraph's type; here it carries only the field that billing adds to it. */
@ObjectType('CounterOrder')
@Directive('@key(fields: "id")')
export class CounterOrderStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

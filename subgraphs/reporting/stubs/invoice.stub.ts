import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The billing subgraph's type; reporting only refers to it. */
@ObjectType('Invoice')
@Directive('@key(fields: "id", resolvable: false)')
export class InvoiceStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

import { Directive, Field, ID, ObjectType } from 'type-graphql';

/** The inventory subgraph's type; reporting only refers to it. */
@ObjectType('Supplier')
@Directive('@key(fields: "id", resolvable: false)')
export class SupplierStub {
  @Field(() => ID, { description: 'Unique in the whole graph.' })
  id!: string;
}

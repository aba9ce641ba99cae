import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Personal } from '../../../shared/access-log/personal';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({
  description: 'Somebody else to talk to about a customer: a spouse, a driver, the fleet’s office.',
})
@Entity({ schema: 'customer', name: 'contact' })
export class Contact extends TenantRecord {
  @Column('uuid')
  customerId!: string;

  @Field({ description: 'Name, as one would ask for them.' })
  @Column('text')
  name!: string;

  @Field(() => String, {
    nullable: true,
    description: 'How they belong to the customer, such as `spouse` or `driver`.',
  })
  @Column('text', { nullable: true })
  relation!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone as E.164.' })
  @Personal()
  @Column('text', { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail in lower case.' })
  @Personal()
  @Column('text', { nullable: true })
  email!: string | null;

  @Field({ description: 'Whether to turn to this contact first. At most one of a customer’s is.' })
  @Column('boolean')
  isPrimary!: boolean;
}

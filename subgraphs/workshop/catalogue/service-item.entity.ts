import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({
  description: 'Something the workshop offers again and again, with the time it takes and its price.',
})
@Directive('@key(fields: "id")')
@Permission('serviceItems:read')
@Entity({ schema: 'workshop', name: 'service_item' })
export class ServiceItem extends TenantRecord {
  @Field({ description: 'Short code that people type, such as `OIL-5W30`; unique in the organisation.' })
  @Column('text')
  code!: string;

  @Field({ description: 'Name as customers read it.' })
  @Column('text')
  name!: string;

  @Field(() => String, { nullable: true, description: 'What is done, for who books it and who does it.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => Int, { description: 'Minutes of work that it takes.' })
  @Column('integer')
  labourMinutes!: number;

  @Column('bigint', { nullable: true })
  priceMinor!: number | null;

  @Column('text', { nullable: true })
  priceCurrency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Category of tax, such as `S`; null for the usual one.',
  })
  @Column('text', { nullable: true })
  taxCategory!: string | null;

  @Field({ description: 'Whether it is offered; what is not stays where it was booked.' })
  @Column('boolean')
  active!: boolean;

  @Field(() => [ID], { description: 'The service centres that offer it; empty when all do.' })
  @Column('uuid', { array: true })
  serviceCentreIds!: string[];
}

import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({ description: 'A place where the organisation works: a workshop, a branch, a body shop.' })
@Directive('@key(fields: "id")')
@Permission('serviceCentres:read')
@Entity({ schema: 'customer', name: 'service_centre' })
export class ServiceCentre extends TenantRecord {
  @Field({ description: 'Name as customers know it.' })
  @Column('text')
  name!: string;

  @Field({ description: 'Short code, unique in the organisation, such as `MI1`; part of document numbers.' })
  @Column('text')
  code!: string;

  @Column('text', { nullable: true })
  street!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  region!: string | null;

  @Column('text', { nullable: true })
  postalCode!: string | null;

  @Column('text')
  country!: string;

  @Field(() => String, { nullable: true, description: 'Phone as E.164.' })
  @Column('text', { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail, in lower case.' })
  @Column('text', { nullable: true })
  email!: string | null;

  @Field({ description: 'IANA time zone in which its opening hours are meant.' })
  @Column('text')
  timeZone!: string;

  @Column('uuid', { nullable: true })
  managerId!: string | null;

  @Field({ description: 'Whether it takes work; a closed one keeps its history.' })
  @Column('boolean')
  active!: boolean;
}

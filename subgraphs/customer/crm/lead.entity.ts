import { Directive, Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { LocalDateScalar } from '../../../shared/scalars';
import { LeadStatus } from './lead.lifecycle';

export enum LeadSource {
  CALL_CENTRE = 'CALL_CENTRE',
  WALK_IN = 'WALK_IN',
  ONLINE = 'ONLINE',
  REFERRAL = 'REFERRAL',
}
registerEnumType(LeadSource, {
  name: 'LeadSource',
  description: 'How somebody came to us.',
  valuesConfig: {
    CALL_CENTRE: { description: 'By telephone.' },
    WALK_IN: { description: 'They came in.' },
    ONLINE: { description: 'From a web page or an advertisement.' },
    REFERRAL: { description: 'Somebody sent them.' },
  },
});

export enum LeadInterest {
  SERVICE = 'SERVICE',
  SPARE_PART = 'SPARE_PART',
  NEW_VEHICLE = 'NEW_VEHICLE',
}
registerEnumType(LeadInterest, {
  name: 'LeadInterest',
  description: 'What somebody is interested in.',
  valuesConfig: {
    SERVICE: { description: 'Work on a vehicle.' },
    SPARE_PART: { description: 'A part.' },
    NEW_VEHICLE: { description: 'A vehicle.' },
  },
});

@ObjectType({ description: 'Somebody who may become a customer, and what they are interested in.' })
@Directive('@key(fields: "id")')
@Permission('leads:read')
@Entity({ schema: 'customer', name: 'lead' })
export class Lead extends TenantRecord {
  @Field({ description: 'The number that people read, such as `LD-000123`; counted per service centre.' })
  @Column('text')
  number!: string;

  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid', { nullable: true })
  assigneeId!: string | null;

  @Field(() => LeadStatus, { description: 'How far it has come.' })
  @Column('text')
  status!: LeadStatus;

  @Field({ description: 'First name; empty where only a company or a last name is known.' })
  @Personal()
  @Column('text')
  firstName!: string;

  @Field({ description: 'Last name; may be empty.' })
  @Personal()
  @Column('text')
  lastName!: string;

  @Field(() => String, { nullable: true, description: 'Company, for those that are one.' })
  @Column('text', { nullable: true })
  company!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone as E.164.' })
  @Personal()
  @Column('text', { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail in lower case.' })
  @Personal()
  @Column('text', { nullable: true })
  email!: string | null;

  @Field(() => LeadSource, { description: 'How they came to us.' })
  @Column('text')
  source!: LeadSource;

  @Field(() => LeadInterest, { description: 'What they are interested in.' })
  @Column('text')
  interest!: LeadInterest;

  @Field(() => String, { nullable: true, description: 'What they asked for, in their words.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.lead.description') })
  description!: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of those who work on it.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.lead.notes') })
  notes!: string | null;

  @Column('bigint', { nullable: true })
  estimatedValueMinor!: number | null;

  @Column('text', { nullable: true })
  estimatedValueCurrency!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to come back to them.' })
  @Column('date', { nullable: true })
  followUpOn!: string | null;

  @Column('uuid', { nullable: true })
  customerId!: string | null;

  @Field(() => Date, { nullable: true, description: 'When they became a customer; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  convertedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why nothing came of it; null unless it is `LOST`.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.lead.lost_reason') })
  lostReason!: string | null;
}

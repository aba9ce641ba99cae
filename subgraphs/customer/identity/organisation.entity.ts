import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission, SignedIn } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({ description: 'A repair shop, dealer group or body shop, with its settings.' })
@Directive('@key(fields: "id")')
@SignedIn()
@Entity({ schema: 'customer', name: 'organisation' })
export class Organisation extends TenantRecord {
  @Field({ description: 'Name as customers know it.' })
  @Column('text')
  name!: string;

  @Field({ description: 'Its name in addresses and sign-in forms: lower case, unique, never changed.' })
  @Column('text')
  slug!: string;

  @Field({ description: 'Country as ISO 3166-1 alpha-2: how phones without + are read.' })
  @Column('text')
  country!: string;

  @Field({ description: 'Currency of its prices, ISO 4217.' })
  @Column('text')
  currency!: string;

  @Field({ description: 'Language and region of its documents and messages, such as `it-IT`.' })
  @Column('text')
  locale!: string;

  @Field({ description: 'IANA time zone, such as `Europe/Rome`; a service centre may have another.' })
  @Column('text')
  timeZone!: string;

  @Field({ description: 'Whether prices are entered with tax in them.' })
  @Column('boolean')
  pricesIncludeTax!: boolean;

  @Field({ description: 'Whether tax is rounded on each line; otherwise once a rate and document.' })
  @Column('boolean')
  taxPerLine!: boolean;

  @Field({ description: 'Whether a job must be inspected before somebody is assigned to it.' })
  @Column('boolean')
  requiresInspection!: boolean;

  @Field({ description: 'Whether customers may make an account for themselves.' })
  @Column('boolean')
  selfRegistration!: boolean;

  @Field(() => Int, {
    description: 'Feedback with this rating or a lower one opens a complaint; with 0 none does.',
  })
  @Column('integer', { default: 2 })
  lowRating!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The uploaded image that is its logo on documents; null without one.',
  })
  @Column('uuid', { nullable: true })
  logoFileId!: string | null;

  @Field(() => [Int], {
    nullable: true,
    description: 'How many days after the due date reminders go out, ascending.',
  })
  @Permission('settings:read')
  @Column('integer', { array: true })
  paymentReminderDays!: number[];

  @Field(() => [String], {
    nullable: true,
    description: 'Addresses and CIDR ranges from which administrators may work; empty means from everywhere.',
  })
  @Permission('settings:read')
  @Column('text', { array: true })
  adminAllowedAddresses!: string[];
}

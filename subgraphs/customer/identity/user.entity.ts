import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Unaudited } from '../../../shared/database/audit';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { Secret } from '../../../shared/organisation-records/secret';

@ObjectType({ description: 'Somebody who can sign in: staff, or a customer with an account.' })
@Directive('@key(fields: "id")')
@Permission('users:read')
@Entity({ schema: 'customer', name: 'user_account' })
export class User extends TenantRecord {
  @Field(() => String, { nullable: true, description: 'E-mail to sign in with, in lower case.' })
  @Column('text', { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true, description: 'Phone to sign in with, as E.164.' })
  @Column('text', { nullable: true })
  phone!: string | null;

  @Secret()
  @Unaudited()
  @Column('text', { nullable: true })
  passwordHash!: string | null;

  /** Null while the password is one that somebody else chose for them. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  passwordChangedAt!: Date | null;

  @Field({ description: 'First name.' })
  @Column('text')
  firstName!: string;

  @Field({ description: 'Last name; may be empty.' })
  @Column('text')
  lastName!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Language and region, such as `it-IT`; null for the organisation’s.',
  })
  @Column('text', { nullable: true })
  locale!: string | null;

  @Column('uuid')
  roleId!: string;

  @Field({ description: 'Works in every service centre of the organisation.' })
  @Column('boolean')
  allCentres!: boolean;

  @Column('uuid', { nullable: true })
  customerId!: string | null;

  @Field({ description: 'Whether they may sign in; see `setUserActive`.' })
  @Column('boolean')
  active!: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'When the account was deleted; it is kept for the name under what they did.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;

  @Secret()
  @Unaudited()
  @Column('text', { nullable: true, transformer: sealed('customer.user_account.mfa_secret') })
  mfaSecret!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when a second factor is asked for; null without one.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  mfaEnabledAt!: Date | null;

  /** The time step of the last code, which is not taken twice. */
  @Column('bigint', { nullable: true })
  mfaLastStep!: number | null;

  @Field(() => Date, { nullable: true, description: 'Last sign-in.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastLoginAt!: Date | null;
}

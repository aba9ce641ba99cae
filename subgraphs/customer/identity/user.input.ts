import {
  ArrayMaxSize,
  ArrayUnique,
  IsEmail,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  MaxLength,
} from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { RoleKind } from './role.entity';
import { IsLanguage, IsName } from './validation';

@InputType({ description: 'An account to make for a member of staff.' })
export class CreateUserInput {
  @Field({ description: 'First name.' })
  @IsName(80)
  firstName!: string;

  @Field({ description: 'Last name; may be empty.', defaultValue: '' })
  @MaxLength(80)
  lastName!: string;

  @Field(() => String, { nullable: true, description: 'To sign in with; this or a phone is needed.' })
  @IsOptional()
  @IsEmail()
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'To sign in with: as it is dialled in the organisation’s country, or with +.',
  })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'BCP 47, such as `it-IT`. Default: the organisation’s.',
  })
  @IsOptional()
  @IsLanguage()
  locale?: string | null;

  @Field(() => ID, { description: 'The role they hold; below your own, unless you are an administrator.' })
  @IsUUID()
  roleId!: string;

  @Field(() => [ID], {
    description: 'The service centres they work in, all of them yours.',
    defaultValue: [],
  })
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  serviceCentreIds!: string[];

  @Field({
    description: 'They work in every service centre, those to come included. Always so for administrators.',
    defaultValue: false,
  })
  allCentres!: boolean;

  @Field(() => String, {
    nullable: true,
    description:
      'A first password, to be told to them. Without one they are sent an invitation, by e-mail or else by SMS, to choose their own within three days.',
  })
  @IsOptional()
  @MaxLength(500)
  password?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Changes to an account: what is left out stays, null clears.' })
export class UpdateUserInput {
  @Field(() => String, { nullable: true, description: 'First name.' })
  @IsOptional()
  @IsName(80)
  firstName?: string;

  @Field(() => String, { nullable: true, description: 'Last name.' })
  @IsOptional()
  @MaxLength(80)
  lastName?: string;

  @Field(() => String, { nullable: true, description: 'E-mail to sign in with.' })
  @IsOptional()
  @IsEmail()
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Phone to sign in with.' })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47, such as `it-IT`.' })
  @IsOptional()
  @IsLanguage()
  locale?: string | null;

  @Field(() => ID, { nullable: true, description: 'The role they hold from now on.' })
  @IsOptional()
  @IsUUID()
  roleId?: string;

  @Field(() => [ID], { nullable: true, description: 'All the service centres they work in from now on.' })
  @IsOptional()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  serviceCentreIds?: string[];

  @Field(() => Boolean, { nullable: true, description: 'They work in every service centre.' })
  allCentres?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which users. Everything given must hold; deleted ones are never listed.' })
export class UserFilter {
  @Field(() => ID, { nullable: true, description: 'Who hold this role.' })
  @IsOptional()
  @IsUUID()
  roleId?: string | null;

  @Field(() => [RoleKind], { nullable: true, description: 'Who hold a role of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(20)
  roleKinds?: RoleKind[] | null;

  @Field(() => ID, { nullable: true, description: 'Who work in this service centre, or in all.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Only those who work on the jobs assigned to them, technicians and roles of your own like theirs; or only others.',
  })
  technicians?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those who may sign in, or only those who may not.',
  })
  active?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Any part of name, e-mail or phone; all words must occur.',
  })
  @IsOptional()
  @Length(2, 60)
  search?: string | null;
}

export enum UserOrder {
  NAME = 'NAME',
  NEWEST = 'NEWEST',
}
registerEnumType(UserOrder, {
  name: 'UserOrder',
  description: 'In which order users come.',
  valuesConfig: {
    NAME: { description: 'By first and last name.' },
    NEWEST: { description: 'Last made first.' },
  },
});

import {
  IsEmail,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';
import { LocalDateScalar } from '../../../shared/scalars';
import { LeadInterest, LeadSource } from './lead.entity';
import { LeadStatus } from './lead.lifecycle';

const NOT_BLANK = { message: 'this cannot be blank' };

/** What both taking in and changing a lead can say. */
@InputType()
abstract class LeadFields {
  @Field(() => String, { nullable: true, description: 'First name.' })
  @IsOptional()
  @MaxLength(80)
  firstName?: string | null;

  @Field(() => String, { nullable: true, description: 'Last name. A lead has a name or a company.' })
  @IsOptional()
  @MaxLength(80)
  lastName?: string | null;

  @Field(() => String, { nullable: true, description: 'Company.' })
  @IsOptional()
  @MaxLength(120)
  company?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Phone in any usual spelling. A lead has a phone or an e-mail.',
  })
  @IsOptional()
  @MaxLength(40)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail; kept in lower case.' })
  @IsOptional()
  @MaxLength(254)
  @IsEmail({}, { message: 'this is not an e-mail address' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'What they asked for, in their words.' })
  @IsOptional()
  @MaxLength(4000)
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'Notes of those who work on it.' })
  @IsOptional()
  @MaxLength(4000)
  notes?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'What it may be worth.' })
  @IsOptional()
  @ValidateNested()
  estimatedValue?: MoneyInput | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day to come back to them.' })
  followUpOn?: string | null;
}

@InputType({ description: 'A lead to take in: a name or a company, and a way to reach them.' })
export class CreateLeadInput extends LeadFields {
  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that works on it; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => LeadSource, { description: 'How they came to us.' })
  source!: LeadSource;

  @Field(() => LeadInterest, { description: 'What they are interested in.' })
  interest!: LeadInterest;

  @Field(() => ID, { nullable: true, description: 'Who works on it: a user of the service centre.' })
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

/** The steps that are only noted; the others have a command each. */
export enum LeadProgress {
  CONTACTED = 'CONTACTED',
  QUALIFIED = 'QUALIFIED',
}
registerEnumType(LeadProgress, {
  name: 'LeadProgress',
  description: 'A step of a lead that is only noted; `convertLead` and `markLeadLost` take the last ones.',
  valuesConfig: {
    CONTACTED: { description: 'Somebody has spoken with them.' },
    QUALIFIED: { description: 'What they want is known, and can be offered.' },
  },
});

@InputType({ description: 'Changes to a lead: what is left out stays, null clears.' })
export class UpdateLeadInput extends LeadFields {
  @Field(() => LeadSource, { nullable: true, description: 'How they came to us.' })
  source?: LeadSource;

  @Field(() => LeadInterest, { nullable: true, description: 'What they are interested in.' })
  interest?: LeadInterest;

  @Field(() => LeadProgress, { nullable: true, description: 'How far it has come now.' })
  status?: LeadProgress;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'What a qualified lead becomes.' })
export class ConvertLeadInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The customer that they are already. Left out, a customer is made of what the lead says.',
  })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Why nothing came of a lead.' })
export class MarkLeadLostInput {
  @Field({ description: 'Why; it stays with the lead.' })
  @Length(1, 1000)
  @Matches(/\S/, NOT_BLANK)
  reason!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@InputType({ description: 'Which leads. Everything given must hold.' })
export class LeadFilter {
  @Field(() => [LeadStatus], { nullable: true, description: 'In one of these states.' })
  status?: LeadStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Worked on by this user.' })
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  @Field(() => LeadSource, { nullable: true, description: 'Who came to us this way.' })
  source?: LeadSource | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any part of number, name, company, phone or e-mail; case does not matter. Finds at most the 500 newest.',
  })
  @IsOptional()
  @Length(2, 100)
  search?: string | null;
}

export enum LeadOrder {
  NEWEST = 'NEWEST',
  OLDEST = 'OLDEST',
}
registerEnumType(LeadOrder, {
  name: 'LeadOrder',
  description: 'In which order leads come.',
  valuesConfig: {
    NEWEST: { description: 'Last taken in first.' },
    OLDEST: { description: 'First taken in first.' },
  },
});

import { IsInt, IsOptional, Length, Matches, Max, Min, ValidateIf, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { AddressInput } from '../../../shared/address';

const NOT_BLANK = { message: 'this cannot be blank' };

@InputType({ description: 'Changes to the billing settings: what is left out stays, null clears.' })
export class UpdateBillingSettingsInput {
  @Field(() => String, { nullable: true, description: 'Name in law.' })
  @IsOptional()
  @Length(1, 200)
  @Matches(/\S/, NOT_BLANK)
  legalName?: string | null;

  @Field(() => AddressInput, { nullable: true, description: 'The seat, where it is not the service centre.' })
  @IsOptional()
  @ValidateNested()
  address?: AddressInput | null;

  @Field(() => String, { nullable: true, description: 'VAT or tax number.' })
  @IsOptional()
  @Length(1, 30)
  taxNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Number in the register of companies.' })
  @IsOptional()
  @Length(1, 60)
  registrationNumber?: string | null;

  @Field(() => String, { nullable: true, description: 'Where customers pay to, such as an IBAN.' })
  @IsOptional()
  @Length(1, 200)
  bankAccount?: string | null;

  @Field(() => String, { nullable: true, description: 'Where customers pay to by UPI, such as `shop@bank`.' })
  @IsOptional()
  @Matches(/^[A-Za-z0-9._-]{2,255}@[A-Za-z]{2,64}$/, { message: 'a UPI address looks like shop@bank' })
  upiId?: string | null;

  @Field(() => String, { nullable: true, description: 'What stands at the foot of each page.' })
  @IsOptional()
  @Length(1, 1000)
  footer?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days from the issue of an invoice until it is due.' })
  @IsOptional()
  @Min(0)
  @Max(365)
  paymentTermsDays?: number;

  @Field(() => Int, { nullable: true, description: 'Days that a quotation is valid.' })
  @IsOptional()
  @Min(1)
  @Max(365)
  quotationDays?: number;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether jobs and orders make draft invoices by themselves.',
  })
  draftsFromJobs?: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Points that customers get for each unit of currency they spend, with up to four decimals.',
  })
  @ValidateIf((_, value) => value !== undefined)
  @Matches(/^\d{1,5}(\.\d{1,4})?$/, { message: 'this is a decimal such as 1 or 0.05' })
  loyaltyPointsPerUnit?: string;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsDate,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { IsName } from '../identity/validation';

@InputType({ description: 'A new API client.' })
export class CreateApiClientInput {
  @Field({ description: 'What it is called here; unique among those that are not revoked.' })
  @IsName(80)
  name!: string;

  @Field(() => String, { nullable: true, description: 'Whose it is and what for.' })
  @IsOptional()
  @MaxLength(300)
  description?: string | null;

  @Field(() => [String], {
    description:
      'Permissions, each of which you hold yourself. Users, roles, settings, the audit log and API clients are out of the reach of any client.',
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique()
  @MaxLength(60, { each: true })
  scopes!: string[];

  @Field(() => [ID], {
    nullable: true,
    description: 'The service centres that it is let into. Left out: all, if you work in all.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  serviceCentreIds?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Addresses and CIDR ranges that it may call from. Left out: from everywhere.',
  })
  @IsOptional()
  @ArrayMaxSize(50)
  @MaxLength(50, { each: true })
  allowedAddresses?: string[] | null;

  @Field({ description: 'When it ends by itself: in two years at the latest.' })
  @IsDate()
  expiresAt!: Date;
}

@InputType({ description: 'How a secret is exchanged for a new one.' })
export class RotateApiClientSecretInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'For how many hours the old secret stays good beside the new one: 24 if left out, 0 ends it at once.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(720)
  overlapHours?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

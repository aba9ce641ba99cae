import { IsOptional, IsUUID, Length, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { MessageChannel } from '../messages/channels';
import { ConsentPurpose, ConsentSource } from './consent.entity';

@InputType({ description: 'What a customer said about being written to.' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'The customer who said it.' })
  @IsUUID()
  customerId!: string;

  @Field(() => MessageChannel, { description: 'The channel that it is about.' })
  channel!: MessageChannel;

  @Field(() => ConsentPurpose, { description: 'What it is about.' })
  purpose!: ConsentPurpose;

  @Field({ description: 'Whether they said yes.' })
  given!: boolean;

  @Field(() => ConsentSource, {
    description: 'How they said it. From their own account it is PORTAL; REPLY is recorded by itself.',
  })
  source!: ConsentSource;

  @Field(() => String, {
    nullable: true,
    description: 'What shows it: the words, the form, the number of the call.',
  })
  @IsOptional()
  @MaxLength(2000)
  evidence?: string | null;

  @Field(() => Date, { nullable: true, description: 'When they said it; left out: now. Not in the future.' })
  @IsOptional()
  occurredAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

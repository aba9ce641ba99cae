import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  IsUUID,
  Length,
  Matches,
  ValidateNested,
} from 'class-validator';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { StockTransferStatus } from './transfer.lifecycle';

const NOT_BLANK = { message: 'this cannot be blank' };
const MOST_LINES = 100;
const ID_OF_TRANSFER = { description: 'The transfer.' };
const VERSION = {
  nullable: true,
  description: 'The version you saw; CONFLICT when it is another by now.',
};
const KEY = { description: 'Makes a repeated call return the first result.' };

@InputType({ description: 'How much of a part.' })
export class TransferLineInput {
  @Field(() => ID, { description: 'The part.' })
  @IsUUID()
  partId!: string;

  @Field({ description: 'How much of it, as a decimal in the part’s unit.' })
  quantity!: string;
}

@InputType({ description: 'Parts that are wanted in another place.' })
export class RequestTransferInput {
  @Field(() => ID, { description: 'Where they are to come from.' })
  @IsUUID()
  fromLocationId!: string;

  @Field(() => ID, { description: 'Where they are to go. You work at this end, or at the other.' })
  @IsUUID()
  toLocationId!: string;

  @Field(() => [TransferLineInput], { description: 'What is wanted, each part once.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines!: TransferLineInput[];

  @Field(() => String, { nullable: true, description: 'What is to be said about it.' })
  @IsOptional()
  @Length(1, 1000)
  @Matches(/\S/, NOT_BLANK)
  note?: string | null;

  @Field(() => String, { nullable: true, ...KEY })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'What leaves.' })
export class ShipTransferInput {
  @Field(() => [TransferLineInput], {
    nullable: true,
    description:
      'How much of each part leaves; nothing of those that are not named, and what stays is free again. Without a word, ' +
      'all that was asked for leaves.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines?: TransferLineInput[] | null;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;

  @Field(KEY)
  @Length(8, 200)
  idempotencyKey!: string;
}

@InputType({ description: 'What arrived.' })
export class ReceiveTransferInput {
  @Field(() => [TransferLineInput], {
    nullable: true,
    description:
      'How much of each part came; nothing of those that are not named. Without a word, all that is still on its way.',
  })
  @IsOptional()
  @ArrayMaxSize(MOST_LINES)
  @ValidateNested({ each: true })
  lines?: TransferLineInput[] | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether what did not come is written off, which ends the transfer. Otherwise it stays on its way, and can be ' +
      'received later.',
  })
  writeOffRest!: boolean;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;

  @Field(KEY)
  @Length(8, 200)
  idempotencyKey!: string;
}

@ArgsType()
export class ApproveTransferArgs {
  @Field(() => ID, ID_OF_TRANSFER)
  id!: string;

  @Field(() => Int, VERSION)
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

@ArgsType()
export class CloseTransferArgs extends ApproveTransferArgs {
  @Field({ description: 'Why.' })
  @Length(1, 500)
  @Matches(/\S/, NOT_BLANK)
  reason!: string;
}

@InputType({ description: 'Which transfers. Everything given must hold.' })
export class StockTransferFilter {
  @Field(() => [StockTransferStatus], { nullable: true, description: 'In one of these states.' })
  @IsOptional()
  @ArrayMinSize(1)
  status?: StockTransferStatus[] | null;

  @Field(() => ID, { nullable: true, description: 'From this place.' })
  @IsOptional()
  @IsUUID()
  fromLocationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To this place.' })
  @IsOptional()
  @IsUUID()
  toLocationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'With this part in it.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;
}

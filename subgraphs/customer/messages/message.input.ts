import { IsOptional, IsUUID, Length, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { MessageChannel } from './channels';
import { type KindName, MessageKind } from './kinds/catalogue';
import { LONGEST_SMS, LONGEST_SUBJECT } from './kinds/render';
import { MessageState } from './message.lifecycle';

export enum MessagePurpose {
  SERVICE = 'SERVICE',
  MARKETING = 'MARKETING',
}
registerEnumType(MessagePurpose, {
  name: 'MessagePurpose',
  description: 'Why somebody of the staff writes to a customer.',
  valuesConfig: {
    SERVICE: { description: 'About work that the customer ordered.' },
    MARKETING: { description: 'To advertise: only to those who have said that they want it.' },
  },
});

const LONGEST_MESSAGE = 10_000;
const WRITTEN = { message: 'a message has a text' };

@InputType({ description: 'A message to a customer.' })
export class SendMessageInput {
  @Field(() => ID, { description: 'The customer.' })
  @IsUUID()
  customerId!: string;

  @Field(() => MessageChannel, { description: 'By what means.' })
  channel!: MessageChannel;

  @Field(() => MessagePurpose, { description: 'Why you write: what is only advertising wants consent.' })
  purpose!: MessagePurpose;

  @Field(() => String, { nullable: true, description: 'Subject; an e-mail needs one, others have none.' })
  @IsOptional()
  @Length(1, LONGEST_SUBJECT)
  @Matches(/\S/, { message: 'a subject is not blank' })
  subject?: string | null;

  @Field({
    description: `What you write. A text message is cut after ${LONGEST_SMS} characters, your organisation’s name included.`,
  })
  @Length(1, LONGEST_MESSAGE)
  @Matches(/\S/, WRITTEN)
  body!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The service centre that writes; needed when you work in several.',
  })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The job card that you write about.' })
  @IsOptional()
  @IsUUID()
  jobCardId?: string | null;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which messages. Everything given must hold.' })
export class MessageFilter {
  @Field(() => MessageState, { nullable: true, description: 'Only those that have come so far.' })
  state?: MessageState | null;

  @Field(() => MessageChannel, { nullable: true, description: 'Only those of this channel.' })
  channel?: MessageChannel | null;

  @Field(() => MessageKind, { nullable: true, description: 'Only those for this.' })
  kind?: KindName | null;

  @Field(() => ID, { nullable: true, description: 'Only those to this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those from this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those about this record.' })
  @IsOptional()
  @IsUUID()
  relatedId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those that last failed with this code.' })
  @IsOptional()
  @MaxLength(60)
  errorCode?: string | null;
}

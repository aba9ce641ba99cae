import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsBoolean,
  IsInt,
  IsOptional,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { WEBHOOK_EVENTS, WebhookEvent, type WebhookEventName } from './webhook-event';

const URL_MEANS =
  'Where events are posted to: an https address of the internet, without a user or a password in it.';
const DOCUMENT_MEANS =
  'A query that is registered for the client, as `sha256:…`: what it answers under the client’s own rights, with the id of what the event is about as its variable `id`, is sent as `data`. Null: the ids alone.';

@InputType({ description: 'A new endpoint of an API client.' })
export class CreateWebhookEndpointInput {
  @Field(() => ID, { description: 'The API client whose it is.' })
  @IsUUID()
  clientId!: string;

  @Field({ description: URL_MEANS })
  @MaxLength(500)
  url!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  @IsOptional()
  @MaxLength(300)
  description?: string | null;

  @Field(() => [WebhookEvent], { description: 'What it is told of; the client has the scope of each.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(WEBHOOK_EVENTS.length)
  @ArrayUnique()
  events!: WebhookEventName[];

  @Field(() => String, { nullable: true, description: DOCUMENT_MEANS })
  @IsOptional()
  @Matches(/^sha256:[0-9a-f]{64}$/)
  documentId?: string | null;
}

@InputType({ description: 'What changes of an endpoint; what is left out stays.' })
export class UpdateWebhookEndpointInput {
  @Field(() => String, { nullable: true, description: URL_MEANS })
  @IsOptional()
  @MaxLength(500)
  url?: string;

  @Field(() => String, { nullable: true, description: 'What it is for; null for nothing.' })
  @IsOptional()
  @MaxLength(300)
  description?: string | null;

  @Field(() => [WebhookEvent], { nullable: true, description: 'What it is told of, all of it.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(WEBHOOK_EVENTS.length)
  @ArrayUnique()
  events?: WebhookEventName[];

  @Field(() => String, { nullable: true, description: DOCUMENT_MEANS })
  @IsOptional()
  @Matches(/^sha256:[0-9a-f]{64}$/)
  documentId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'False switches it off, true on again. What happened meanwhile is not sent by itself.',
  })
  @IsOptional()
  @IsBoolean()
  enabled?: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'The version you saw; CONFLICT when it is another by now.',
  })
  @IsOptional()
  @IsInt()
  expectedVersion?: number | null;
}

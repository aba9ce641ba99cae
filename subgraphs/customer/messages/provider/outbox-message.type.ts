import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { MessageChannel } from '../channels';

@ObjectType({ description: 'A message that was kept instead of sent, as a developer sees it.' })
@Directive('@inaccessible')
export class OutboxMessage {
  @Field(() => ID, { description: 'The message.' })
  id!: string;

  @Field({ description: 'The organisation that wrote it.' })
  organisation!: string;

  @Field({ description: 'What it is for.' })
  kind!: string;

  @Field(() => MessageChannel, { description: 'By what means it would have gone out.' })
  channel!: MessageChannel;

  @Field({ description: 'The address it would have gone to.' })
  recipient!: string;

  @Field(() => String, { nullable: true, description: 'Its subject, of an e-mail.' })
  subject!: string | null;

  @Field({ description: 'Its text, with links that sign somebody in.' })
  body!: string;

  @Field({ description: 'When it was written.' })
  createdAt!: Date;
}

import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Internal } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { MessageChannel } from '../channels';
import { keptMessages } from './kept-messages';
import { OutboxMessage } from './outbox-message.type';
import { takeReceipt } from './take-receipt';
import { takeReply } from './take-reply';

/** What the gateway brings from outside of the graph: a provider's words, verified, and a developer's page. */
@Resolver()
export class ProviderResolver {
  @Mutation(() => Boolean, { description: 'Takes in what a provider says became of a message.' })
  @Internal()
  async takeMessageReceipt(
    @Arg('organisationId', () => ID, { description: 'Whose message it is.' }) organisationId: string,
    @Arg('messageId', () => ID, { description: 'The message.' }) messageId: string,
    @Arg('attempt', () => Int, { description: 'Which attempt to send it is meant.' }) attempt: number,
    @Arg('providerId', { description: 'What the provider calls the message.' }) providerId: string,
    @Arg('word', { description: 'What the provider says of it.' }) word: string,
    @Arg('errorCode', () => String, { nullable: true, description: 'The provider’s code, if it failed.' })
    errorCode: string | null,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await takeReceipt(context, { organisationId, messageId, attempt, providerId, word, errorCode });
    return true;
  }

  @Mutation(() => Boolean, { description: 'Takes in what somebody answered to a message.' })
  @Internal()
  async takeMessageReply(
    @Arg('channel', () => MessageChannel, { description: 'How it came.' }) channel: MessageChannel,
    @Arg('from', { description: 'The phone it came from, as E.164.' }) from: string,
    @Arg('providerId', { description: 'What the provider calls the reply.' }) providerId: string,
    @Arg('body', { description: 'Its text.' }) body: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await takeReply(context, { channel, from, providerId, body });
    return true;
  }

  @Query(() => [OutboxMessage], { description: 'Messages that were kept instead of sent, the latest first.' })
  @Internal()
  keptMessages(
    @Arg('organisationId', () => ID, { nullable: true, description: 'Only those of this organisation.' })
    organisationId: string | null,
    @Ctx() context: Context,
  ): Promise<OutboxMessage[]> {
    return keptMessages(context, organisationId);
  }
}

import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Permission, Public } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { MessageChannel } from '../messages/channels';
import { inviteCustomer } from './invite-customer';
import { openLink } from './open-link';
import { register } from './register';
import { RegisterInput } from './register.input';
import { revokeLink } from './revoke-link';
import { Invitation, LinkSession } from './sign-in.types';

@Resolver()
export class LinkResolver {
  @Mutation(() => Boolean, {
    description:
      'Makes an account for a customer, where the organisation allows it, or completes an invitation. Without a token always true: it does not tell whether there is such an account.',
  })
  @Public()
  register(
    @Arg('input', { description: 'Who, or the token that says it.' }) input: RegisterInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return register(context, input);
  }

  @Mutation(() => Invitation, {
    description: 'Sends a customer a link to an account of their own, good for 14 days and for once.',
  })
  @Permission('customers:invite')
  inviteCustomer(
    @Arg('customerId', () => ID, { description: 'The customer; one without an account.' }) customerId: string,
    @Arg('channel', () => MessageChannel, {
      defaultValue: MessageChannel.EMAIL,
      description: 'How the link is sent.',
    })
    channel: MessageChannel,
    @Ctx() context: Context,
  ): Promise<Invitation> {
    return inviteCustomer(context, customerId, channel);
  }

  @Mutation(() => LinkSession, {
    description:
      'Opens a link that needs no account: an access token for its one record. Does not use it up.',
  })
  @Public()
  openLink(
    @Arg('token', { description: 'The token from the link.' }) token: string,
    @Ctx() context: Context,
  ): Promise<LinkSession> {
    return openLink(context, token);
  }

  @Mutation(() => Boolean, {
    description:
      'Takes a link back, and closes at once what was opened with it. A link to a user’s account also needs `users:update`.',
  })
  @Permission('customers:invite')
  revokeLink(
    @Arg('id', () => ID, { description: 'The link, as the invitation named it.' }) id: string,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return revokeLink(context, id);
  }
}

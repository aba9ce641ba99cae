import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { Customer } from '../crm/customer.entity';
import { customers } from '../crm/customer.loader';
import { ServiceCentre } from '../identity/service-centre.entity';
import { serviceCentres } from '../identity/service-centre.loader';
import { type KindName, MessageKind } from './kinds/catalogue';
import { listMessages } from './list-messages';
import { Message } from './message.entity';
import { MessageFilter, SendMessageInput } from './message.input';
import { retryMessage } from './retry-message';
import { sendMessage } from './send-message';

const MessageConnection = connectionOf(Message, 'Message');

@Resolver(() => Message)
export class MessageResolver {
  @Query(() => MessageConnection, {
    description:
      'Messages to people and what became of them, the latest first: what your service centres wrote, or, for ' +
      'customers, what was written to them. FAILED ones were tried too often or refused, and wait for `retryMessage`.',
  })
  @Permission('messages:read')
  messages(
    @Arg('filter', () => MessageFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: MessageFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Message>> {
    return listMessages(context, filter, page);
  }

  @Mutation(() => Message, {
    description:
      'Writes to a customer. It answers with a message that is QUEUED, or SUPPRESSED with the reason why it must ' +
      'not be sent.',
  })
  @Permission('messages:create')
  sendMessage(
    @Arg('input', { description: 'What you write, to whom.' }) input: SendMessageInput,
    @Ctx() context: Context,
  ): Promise<Message> {
    return sendMessage(context, input);
  }

  @Mutation(() => Message, {
    description: 'Sends a FAILED message again. One that is QUEUED already stays so.',
  })
  @Permission('messages:retry')
  retryMessage(
    @Arg('id', () => ID, { description: 'The message.' }) id: string,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'The version you saw; CONFLICT when it is another by now.',
    })
    expectedVersion: number | null,
    @Ctx() context: Context,
  ): Promise<Message> {
    return retryMessage(context, id, expectedVersion);
  }

  @Reads<Message>('template')
  @FieldResolver(() => MessageKind, { description: 'What it is for.' })
  kind(@Root() { template }: Row<Message>): KindName {
    return template as KindName;
  }

  @Reads<Message>('customerId')
  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'The customer it goes to; null when it goes to staff, or they are not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() { customerId }: Row<Message>, @Ctx() context: Context): Promise<Customer | null> | null {
    return customerId ? context.load(customers, customerId) : null;
  }

  @Reads<Message>('serviceCentreId')
  @FieldResolver(() => ServiceCentre, {
    nullable: true,
    description: 'The service centre that writes; null when the organisation does.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(
    @Root() { serviceCentreId }: Row<Message>,
    @Ctx() context: Context,
  ): Promise<ServiceCentre | null> | null {
    return serviceCentreId ? context.load(serviceCentres, serviceCentreId) : null;
  }
}

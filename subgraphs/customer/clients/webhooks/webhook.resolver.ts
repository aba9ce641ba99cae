import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { type Sql, sql } from '../../../../shared/database/sql';
import { isId } from '../../../../shared/ids';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { ApiClient } from '../api-client.entity';
import { RotateApiClientSecretInput } from '../api-client.input';
import { apiClients } from '../api-client.loader';
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  rotateWebhookEndpointSecret,
  updateWebhookEndpoint,
} from './change-webhook-endpoint';
import { redeliverWebhook } from './redeliver-webhook';
import { CreateWebhookEndpointInput, UpdateWebhookEndpointInput } from './webhook.input';
import { webhookDeliveries, webhookEndpoints } from './webhook.loader';
import { IssuedWebhookEndpoint } from './webhook.types';
import { WebhookDelivery } from './webhook-delivery.entity';
import { WebhookDeliveryStatus } from './webhook-delivery.lifecycle';
import { WebhookEndpoint } from './webhook-endpoint.entity';

const WebhookEndpointConnection = connectionOf(WebhookEndpoint, 'WebhookEndpoint');
const WebhookDeliveryConnection = connectionOf(WebhookDelivery, 'WebhookDelivery');

const named = (column: Sql, id: string): Sql => (isId(id) ? sql`${column} = ${id}` : sql`false`);

@Resolver(() => WebhookEndpoint)
export class WebhookResolver {
  @Query(() => WebhookEndpointConnection, {
    description: 'Where third parties are told of events, the newest first.',
  })
  @Permission('clients:read')
  webhookEndpoints(
    @Arg('clientId', () => ID, { nullable: true, description: 'Those of this API client alone.' })
    clientId: string | null,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<WebhookEndpoint>> {
    const which = clientId ? named(sql`t.client_id`, clientId) : sql`true`;
    return context.page(webhookEndpoints, which, { by: ['createdAt'], descending: true }, page);
  }

  @Query(() => WebhookDeliveryConnection, {
    description: 'What endpoints were told, and what became of it, the newest first.',
  })
  @Permission('clients:read')
  webhookDeliveries(
    @Arg('endpointId', () => ID, { nullable: true, description: 'What this endpoint was told, alone.' })
    endpointId: string | null,
    @Arg('status', () => WebhookDeliveryStatus, {
      nullable: true,
      description: 'Those that have come so far alone.',
    })
    status: WebhookDeliveryStatus | null,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<WebhookDelivery>> {
    const to = endpointId ? named(sql`t.endpoint_id`, endpointId) : sql`true`;
    const which = status ? sql`${to} and t.status = ${status}` : to;
    return context.page(webhookDeliveries, which, { by: ['createdAt'], descending: true }, page);
  }

  @Mutation(() => IssuedWebhookEndpoint, {
    description:
      'Has a third party told of events from now on. The secret to verify them with is in this answer alone.',
  })
  @Permission('clients:update')
  createWebhookEndpoint(
    @Arg('input', { description: 'Where to, and of what.' }) input: CreateWebhookEndpointInput,
    @Ctx() context: Context,
  ): Promise<IssuedWebhookEndpoint> {
    return createWebhookEndpoint(context, input);
  }

  @Mutation(() => WebhookEndpoint, { description: 'Changes an endpoint, or switches it off and on.' })
  @Permission('clients:update')
  updateWebhookEndpoint(
    @Arg('id', () => ID, { description: 'The endpoint.' }) id: string,
    @Arg('input', { description: 'What changes.' }) input: UpdateWebhookEndpointInput,
    @Ctx() context: Context,
  ): Promise<WebhookEndpoint> {
    return updateWebhookEndpoint(context, id, input);
  }

  @Mutation(() => ID, {
    description: 'Deletes an endpoint with the log of its deliveries; its id. What waits is not sent.',
  })
  @Permission('clients:update')
  deleteWebhookEndpoint(
    @Arg('id', () => ID, { description: 'The endpoint.' }) id: string,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteWebhookEndpoint(context, id);
  }

  @Mutation(() => IssuedWebhookEndpoint, {
    description: 'Gives an endpoint a new secret. Until the overlap ends, the old one signs as well.',
  })
  @Permission('clients:update')
  rotateWebhookEndpointSecret(
    @Arg('id', () => ID, { description: 'The endpoint.' }) id: string,
    @Arg('input', { defaultValue: {}, description: 'For how long the old secret signs as well.' })
    input: RotateApiClientSecretInput,
    @Ctx() context: Context,
  ): Promise<IssuedWebhookEndpoint> {
    return rotateWebhookEndpointSecret(context, id, input);
  }

  @Mutation(() => WebhookDelivery, {
    description: 'Sends an event again, whatever became of it before, and begins a new round of attempts.',
  })
  @Permission('clients:update')
  redeliverWebhook(
    @Arg('id', () => ID, { description: 'The delivery.' }) id: string,
    @Ctx() context: Context,
  ): Promise<WebhookDelivery> {
    return redeliverWebhook(context, id);
  }

  @FieldResolver(() => ApiClient, { description: 'Whose it is.' })
  @Reads<WebhookEndpoint>('clientId')
  client(@Root() endpoint: Row<WebhookEndpoint>, @Ctx() context: Context): Promise<ApiClient> {
    return context.loadOrFail(apiClients, endpoint.clientId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'The registered query that makes the payload, as `sha256:…`; null for the ids alone.',
  })
  @Reads<WebhookEndpoint>('documentHash')
  documentId(@Root() { documentHash }: Row<WebhookEndpoint>): string | null {
    return documentHash && `sha256:${documentHash}`;
  }
}

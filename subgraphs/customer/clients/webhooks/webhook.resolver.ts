import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import type { Row } from '../../../../shared/database/readable';
import { Reads } from '../../../../shared/database/reads';
import { sql } from '../../../../shared/database/sql';
import { type Connection, connectionOf, PageArgs } from '../../../../shared/paging';
import { Context } from '../../../../shared/subgraph/context';
import { ApiClient } from '../api-client.entity';
import { RotateApiClientSecretInput } from '../api-client.input';
import { apiClients } from '../api-client.loader';
import {
  createWebhookEndpoint,
  deleteWebhookEndpoint,
  rotateWebhookSecret,
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
    const which = clientId ? sql`t.client_id::text = ${clientId}` : sql`true`;
    return context.page(webhookEndpoints, which, { by: ['createdAt'], descending: true }, page);
  }

  @Query(() => WebhookDeliveryConnection, {
    description: 'What an endpoint was told, and what became of it, the newest first.',
  })
  @Permission('clients:read')
  webhookDeliveries(
    @Arg('endpointId', () => ID, { description: 'The endpoint.' }) endpointId: string,
    @Arg('status', () => WebhookDeliveryStatus, {
      nullable: true,
      description: 'Those that have come so far alone.',
    })
    status: WebhookDeliveryStatus | null,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<WebhookDelivery>> {
    const which = sql`t.endpoint_id::text = ${endpointId}`;
    const where = status ? sql`${which} and t.status = ${status}` : which;
    return context.page(webhookDeliveries, where, { by: ['createdAt'], descending: true }, page);
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
  rotateWebhookSecret(
    @Arg('id', () => ID, { description: 'The endpoint.' }) id: string,
    @Arg('input', { defaultValue: {}, description: 'For how long the old secret signs as well.' })
    input: RotateApiClientSecretInput,
    @Ctx() context: Context,
  ): Promise<IssuedWebhookEndpoint> {
    return rotateWebhookSecret(context, id, input);
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

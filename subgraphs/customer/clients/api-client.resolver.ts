import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Internal, Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { sql } from '../../../shared/database/sql';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { ServiceCentre } from '../identity/service-centre.entity';
import { workplaces } from '../identity/service-centre.loader';
import { openCentres } from '../identity/workplaces';
import { ApiClient } from './api-client.entity';
import { CreateApiClientInput, RotateApiClientSecretInput } from './api-client.input';
import { apiClients, clientSecrets } from './api-client.loader';
import { ClientToken, IssuedApiClient } from './api-client.types';
import { ApiClientSecret } from './api-client-secret.entity';
import { createApiClient } from './create-api-client';
import { issueClientToken } from './issue-client-token';
import { revokeApiClient } from './revoke-api-client';
import { rotateApiClientSecret } from './rotate-api-client-secret';

const ApiClientConnection = connectionOf(ApiClient, 'ApiClient');

@Resolver(() => ApiClient)
export class ApiClientResolver {
  @Query(() => ApiClientConnection, {
    description: 'The API clients, the newest first; those that were revoked only when they are asked for.',
  })
  @Permission('clients:read')
  apiClients(
    @Arg('revoked', () => Boolean, { defaultValue: false, description: 'Those that were revoked, instead.' })
    revoked: boolean,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<ApiClient>> {
    const which = revoked ? sql`t.revoked_at is not null` : sql`t.revoked_at is null`;
    return context.page(apiClients, which, { by: ['createdAt'], descending: true }, page);
  }

  @Mutation(() => IssuedApiClient, {
    description: 'Makes an API client. Its secret is in this answer alone.',
  })
  @Permission('clients:create')
  createApiClient(
    @Arg('input', { description: 'What it is and what it may do.' }) input: CreateApiClientInput,
    @Ctx() context: Context,
  ): Promise<IssuedApiClient> {
    return createApiClient(context, input);
  }

  @Mutation(() => IssuedApiClient, {
    description:
      'Gives an API client a new secret. The old one stays good for a while, so that nothing stands still.',
  })
  @Permission('clients:update')
  rotateApiClientSecret(
    @Arg('id', () => ID, { description: 'The client.' }) id: string,
    @Arg('input', { defaultValue: {}, description: 'For how long the old secret stays good.' })
    input: RotateApiClientSecretInput,
    @Ctx() context: Context,
  ): Promise<IssuedApiClient> {
    return rotateApiClientSecret(context, id, input);
  }

  @Mutation(() => ApiClient, {
    description: 'Ends an API client for good, at once: its secrets, its tokens and its open subscriptions.',
  })
  @Permission('clients:revoke')
  revokeApiClient(
    @Arg('id', () => ID, { description: 'The client.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ApiClient> {
    return revokeApiClient(context, id);
  }

  @Mutation(() => ClientToken, { description: 'What /oauth/token gives.' })
  @Internal()
  issueClientToken(
    @Arg('clientId', () => ID, { description: 'The client.' }) clientId: string,
    @Arg('secret', { description: 'Its secret.' }) secret: string,
    @Arg('scopes', () => [String], { nullable: true, description: 'What is asked for; null for all.' })
    scopes: string[] | null,
    @Ctx() context: Context,
  ): Promise<ClientToken> {
    return issueClientToken(context, { clientId, secret, scopes });
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is good for every service centre.' })
  @Reads<ApiClient>('serviceCentreIds')
  allCentres(@Root() client: Row<ApiClient>): boolean {
    return client.serviceCentreIds === null;
  }

  @FieldResolver(() => [ServiceCentre], { description: 'The service centres that it is let into.' })
  @Reads<ApiClient>('serviceCentreIds', 'organisationId')
  async serviceCentres(@Root() client: Row<ApiClient>, @Ctx() context: Context): Promise<ServiceCentre[]> {
    if (client.serviceCentreIds === null) return openCentres(context, client.organisationId);
    const centres = await Promise.all(client.serviceCentreIds.map((id) => context.load(workplaces, id)));
    return centres.filter((centre) => centre !== null);
  }

  @FieldResolver(() => [ApiClientSecret], {
    description: 'Its secrets, the newest first, with those that ended.',
  })
  @Reads<ApiClient>('id')
  secrets(@Root() client: Row<ApiClient>, @Ctx() context: Context): Promise<ApiClientSecret[]> {
    return context.childrenOf(clientSecrets, 'clientId', client.id, { by: ['createdAt'], descending: true });
  }
}

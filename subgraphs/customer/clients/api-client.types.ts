import { Directive, Field, ObjectType } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { ApiClient } from './api-client.entity';

@ObjectType({ description: 'An API client with a new secret.' })
@Permission('clients:read')
export class IssuedApiClient {
  @Field({ description: 'The client. Its `id` is the `client_id` of OAuth.' })
  client!: ApiClient;

  @Field({
    description:
      'The secret: `client_secret` at /oauth/token, or a bearer token by itself. It is shown this once; keep it where secrets are kept.',
  })
  secret!: string;
}

/** Told by /oauth/token alone: the graph has no field that gives one. */
@ObjectType({ description: 'An access token of an API client.' })
@Directive('@inaccessible')
export class ClientToken {
  @Field({ description: 'The token.' })
  accessToken!: string;

  @Field({ description: 'When it ends.' })
  expiresAt!: Date;

  @Field(() => [String], { description: 'What it opens.' })
  scopes!: string[];
}

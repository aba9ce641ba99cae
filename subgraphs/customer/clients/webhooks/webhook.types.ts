import { Field, ObjectType } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { WebhookEndpoint } from './webhook-endpoint.entity';

@ObjectType({ description: 'An endpoint with a new secret.' })
@Permission('clients:read')
export class IssuedWebhookEndpoint {
  @Field({ description: 'The endpoint.' })
  endpoint!: WebhookEndpoint;

  @Field({
    description:
      'What its deliveries are signed with. It is shown this once; keep it where secrets are kept.',
  })
  secret!: string;
}

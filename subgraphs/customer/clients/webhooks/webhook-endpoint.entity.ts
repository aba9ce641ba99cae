import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { Unaudited } from '../../../../shared/database/audit';
import { sealed } from '../../../../shared/database/sealed';
import { TenantRecord } from '../../../../shared/entity';
import { Secret } from '../../../../shared/organisation-records/secret';
import { WebhookEvent, type WebhookEventName } from './webhook-event';

@ObjectType({
  description: 'An address of a third party that is told of events, signed, until it has answered.',
})
@Permission('clients:read')
@Entity({ schema: 'customer', name: 'webhook_endpoint' })
export class WebhookEndpoint extends TenantRecord {
  @Column('uuid')
  clientId!: string;

  @Field({ description: 'Where events are posted to.' })
  @Column('text')
  url!: string;

  @Field(() => String, { nullable: true, description: 'What it is for.' })
  @Column('text', { nullable: true })
  description!: string | null;

  @Field(() => [WebhookEvent], { description: 'What it is told of.' })
  @Column('text', { array: true })
  events!: WebhookEventName[];

  @Column('text', { nullable: true })
  documentHash!: string | null;

  @Secret()
  @Unaudited()
  @Column('text', { transformer: sealed('customer.webhook_endpoint.secret') })
  secret!: string;

  @Secret()
  @Unaudited()
  @Column('text', {
    nullable: true,
    transformer: sealed('customer.webhook_endpoint.previous_secret'),
  })
  previousSecret!: string | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the secret before the present one signs as well; null when none does.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  previousSecretUntil!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'Since when it is told of nothing: an administrator switched it off, or it failed for three days.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  switchedOffAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it last took something.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastDeliveredAt!: Date | null;
}

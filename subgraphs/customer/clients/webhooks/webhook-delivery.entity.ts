import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { Unaudited } from '../../../../shared/database/audit';
import { TenantRecord } from '../../../../shared/entity';
import { WebhookDeliveryStatus } from './webhook-delivery.lifecycle';
import { WebhookEvent, type WebhookEventName } from './webhook-event';

export enum WebhookFailure {
  STATUS = 'STATUS',
  NOT_PUBLIC = 'NOT_PUBLIC',
  UNRESOLVED = 'UNRESOLVED',
  TIMEOUT = 'TIMEOUT',
  CONNECTION = 'CONNECTION',
}
registerEnumType(WebhookFailure, {
  name: 'WebhookFailure',
  description: 'Why an attempt failed.',
  valuesConfig: {
    STATUS: { description: 'The answer’s status was not from 200 to 299. Redirects are not followed.' },
    NOT_PUBLIC: { description: 'The name stands for an address that is not one of the internet’s.' },
    UNRESOLVED: { description: 'The name stands for no address.' },
    TIMEOUT: { description: 'It took longer than ten seconds.' },
    CONNECTION: { description: 'There was no connection, or no proper certificate.' },
  },
});

@ObjectType({ description: 'An event for an endpoint, and what became of it. Kept for thirty days.' })
@Permission('clients:read')
@Entity({ schema: 'customer', name: 'webhook_delivery' })
export class WebhookDelivery extends TenantRecord {
  @Column('uuid')
  endpointId!: string;

  @Field(() => ID, { description: 'The event: the same in every attempt, to be taken once.' })
  @Column('uuid')
  eventId!: string;

  @Field(() => WebhookEvent, { description: 'What happened.' })
  @Column('text')
  event!: WebhookEventName;

  @Field(() => ID, { description: 'What it happened to.' })
  @Column('uuid')
  subjectId!: string;

  @Field({ description: 'When it happened.' })
  @Column({ type: 'timestamptz', precision: 3 })
  occurredAt!: Date;

  @Field(() => WebhookDeliveryStatus, { description: 'How far it has come.' })
  @Column('text')
  status!: WebhookDeliveryStatus;

  @Field(() => Int, { description: 'How often it was tried in this round; redelivery begins a new one.' })
  @Column('integer')
  attempts!: number;

  @Field(() => Date, { nullable: true, description: 'When it was last tried.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastAttemptAt!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it is tried again.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  nextAttemptAt!: Date | null;

  @Field(() => WebhookFailure, { nullable: true, description: 'Why the last attempt failed.' })
  @Column('text', { nullable: true })
  failure!: WebhookFailure | null;

  @Field(() => Int, { nullable: true, description: 'The status of the last answer.' })
  @Column('integer', { nullable: true })
  responseStatus!: number | null;

  @Field(() => Int, { nullable: true, description: 'How long the last attempt took, in milliseconds.' })
  @Column('integer', { nullable: true })
  durationMs!: number | null;

  @Unaudited()
  @Field(() => String, { nullable: true, description: 'The first kilobyte of the last answer.' })
  @Column('text', { nullable: true })
  responseBody!: string | null;
}

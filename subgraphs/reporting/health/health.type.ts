import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';

export enum HealthStatus {
  OK = 'OK',
  DEGRADED = 'DEGRADED',
  DOWN = 'DOWN',
  NOT_USED = 'NOT_USED',
}
registerEnumType(HealthStatus, {
  name: 'HealthStatus',
  description: 'How something does.',
  valuesConfig: {
    OK: { description: 'As it should.' },
    DEGRADED: { description: 'It works, but late or not for everything: somebody should look.' },
    DOWN: { description: 'It does not work.' },
    NOT_USED: { description: 'This installation does without.' },
  },
});

@ObjectType({ description: 'Something that the program relies on.' })
export class ServiceHealth {
  @Field(() => HealthStatus, { description: 'How it does.' })
  status!: HealthStatus;

  @Field(() => Float, {
    nullable: true,
    description: 'Milliseconds until it answered just now; null if it did not, or is not used.',
  })
  latencyMs!: number | null;
}

@ObjectType({ description: 'The database.' })
export class DatabaseHealth extends ServiceHealth {
  @Field(() => Float, {
    nullable: true,
    description: 'Seconds by which the copy that reports read is behind; null where they read no copy.',
  })
  replicaLagSeconds!: number | null;
}

@ObjectType({
  description: 'What is done after it was answered: files, messages, what follows from something else.',
})
export class QueueHealth {
  @Field(() => HealthStatus, { description: 'How it does.' })
  status!: HealthStatus;

  @Field(() => Date, { nullable: true, description: 'When a worker was last heard of; null for never.' })
  workerSeenAt!: Date | null;

  @Field(() => Int, { description: 'Jobs of the organisation that could run now, or do.' })
  due!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when the oldest of them could; null without any.',
  })
  oldestDueAt!: Date | null;

  @Field(() => Int, { description: 'Jobs that are for later, such as reminders.' })
  later!: number;

  @Field(() => Int, { description: 'Jobs that failed as often as they may, and wait for a person.' })
  givenUp!: number;
}

@ObjectType({ description: 'What one part of the program has to hear of another: jobs of the queue, too.' })
export class EventHealth {
  @Field(() => HealthStatus, { description: 'How it does.' })
  status!: HealthStatus;

  @Field(() => Int, {
    description: 'Of the organisation, how often somebody still has to hear of something.',
  })
  waiting!: number;

  @Field(() => Float, { description: 'Seconds for which the oldest has been waiting; 0 without any.' })
  lagSeconds!: number;
}

@ObjectType({ description: 'Messages that go out by one channel.' })
export class OutboxHealth {
  @Field({ description: 'The channel, as messages have it: `EMAIL`.' })
  channel!: string;

  @Field(() => HealthStatus, {
    description: '`NOT_USED` where messages of today were kept, as there are no credentials to send them.',
  })
  status!: HealthStatus;

  @Field(() => Int, { description: 'Messages of the organisation that wait to be sent.' })
  queued!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'Since when the oldest of them waits; null without any.',
  })
  oldestQueuedAt!: Date | null;

  @Field(() => Int, { description: 'Messages of the last 24 hours that the provider took.' })
  sent!: number;

  @Field(() => Int, { description: 'Messages of the last 24 hours that failed.' })
  failed!: number;

  @Field(() => Int, { description: 'Messages of the last 24 hours that were kept, as nothing sends them.' })
  kept!: number;
}

@ObjectType({
  description:
    'How the program does, as far as it is the organisation’s business: of others it tells nothing.',
})
@Permission('system:read')
export class SystemHealth {
  @Field(() => HealthStatus, { description: 'The worst of all that is below.' })
  status!: HealthStatus;

  @Field({ description: 'When it was looked at.' })
  checkedAt!: Date;

  @Field({ description: 'The version of the program that answers.' })
  version!: string;

  @Field(() => DatabaseHealth, { description: 'Where everything is kept.' })
  database!: DatabaseHealth;

  @Field(() => QueueHealth, { description: 'What is done later.' })
  queue!: QueueHealth;

  @Field(() => EventHealth, { description: 'What parts of the program tell each other.' })
  events!: EventHealth;

  @Field(() => ServiceHealth, { description: 'Redis, by which processes tell each other what changed.' })
  redis!: ServiceHealth;

  @Field(() => ServiceHealth, { description: 'Where files are kept.' })
  storage!: ServiceHealth;

  @Field(() => [OutboxHealth], { description: 'For each channel: e-mail, SMS and WhatsApp.' })
  outboxes!: OutboxHealth[];
}

import { Field, ID, ObjectType } from 'type-graphql';
import { ViewColumn, ViewEntity } from 'typeorm';
import type { Identity } from '../../../shared/access/identity';
import { ActorKind } from './audit-log.entity';

@ObjectType({
  description:
    'Somebody of the staff, or a third party’s program, was shown personal data of a record. The same caller being ' +
    'shown the same of the same record again within the hour is one entry. Entries are never changed or deleted.',
})
@ViewEntity({ schema: 'platform', name: 'report_access_log', synchronize: false })
export class AccessLog {
  @ViewColumn()
  organisationId!: string;

  @Field(() => ID, { description: 'Unique in the whole graph; sorts by time.' })
  @ViewColumn()
  id!: string;

  @Field({ description: 'When it was shown.' })
  @ViewColumn()
  occurredAt!: Date;

  @Field(() => ActorKind, { description: 'What kind of caller it was: a user or a client.' })
  @ViewColumn()
  actorKind!: Identity['kind'];

  @Field(() => ID, { description: 'Which user or client.' })
  @ViewColumn()
  actorId!: string;

  @Field({ description: 'What kind of record, such as `Customer`.' })
  @ViewColumn()
  entityType!: string;

  @Field(() => ID, { description: 'Which record.' })
  @ViewColumn()
  entityId!: string;

  @Field(() => [String], { description: 'What of it, such as `phone` and `street`; in alphabetical order.' })
  @ViewColumn()
  fields!: string[];

  @Field(() => String, { nullable: true, description: 'Network address the request came from.' })
  @ViewColumn()
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'What the browser or program called itself.' })
  @ViewColumn()
  userAgent!: string | null;

  @Field(() => String, { description: 'The first request of that hour, as errors and logs name it.' })
  @ViewColumn()
  requestId!: string;
}

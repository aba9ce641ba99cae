import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { ViewColumn, ViewEntity } from 'typeorm';
import type { Identity } from '../../../shared/access/identity';

export const ActorKind = {
  ANONYMOUS: 'ANONYMOUS',
  USER: 'USER',
  CLIENT: 'CLIENT',
  LINK: 'LINK',
  SYSTEM: 'SYSTEM',
} as const satisfies Record<Identity['kind'], Identity['kind']>;
registerEnumType(ActorKind, {
  name: 'ActorKind',
  description: 'What kind of caller did something.',
  valuesConfig: {
    ANONYMOUS: { description: 'Nobody who was signed in.' },
    USER: { description: 'A user who was signed in.' },
    CLIENT: { description: 'A third party’s program.' },
    LINK: { description: 'Somebody who had a link and no account.' },
    SYSTEM: { description: 'The program itself.' },
  },
});

@ObjectType({
  description:
    'One change of one record, written with the change itself. Entries are never changed or deleted.',
})
@ViewEntity({ schema: 'platform', name: 'report_audit_log', synchronize: false })
export class AuditLog {
  @ViewColumn()
  organisationId!: string;

  @Field(() => ID, { description: 'Unique in the whole graph; sorts by time.' })
  @ViewColumn()
  id!: string;

  @Field({ description: 'When it happened.' })
  @ViewColumn()
  occurredAt!: Date;

  @Field(() => ActorKind, { description: 'What kind of caller did it.' })
  @ViewColumn()
  actorKind!: Identity['kind'];

  @Field(() => ID, { nullable: true, description: 'Which user, client or link; null where there was none.' })
  @ViewColumn()
  actorId!: string | null;

  @Field({ description: 'What was done: `create`, `update`, `delete`, or a command’s own word.' })
  @ViewColumn()
  action!: string;

  @Field({ description: 'What kind of record, such as `JobCard`.' })
  @ViewColumn()
  entityType!: string;

  @Field(() => ID, { description: 'Which record.' })
  @ViewColumn()
  entityId!: string;

  @ViewColumn()
  serviceCentreId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The changed values before, as a JSON object by field. Secrets are masked, encrypted values stay so.',
  })
  @ViewColumn()
  oldValues!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The changed values after, as a JSON object by field.',
  })
  @ViewColumn()
  newValues!: string | null;

  @Field(() => String, { nullable: true, description: 'Network address the request came from.' })
  @ViewColumn()
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'What the browser or program called itself.' })
  @ViewColumn()
  userAgent!: string | null;

  @Field(() => String, { nullable: true, description: 'The request, as errors and logs name it.' })
  @ViewColumn()
  requestId!: string | null;
}

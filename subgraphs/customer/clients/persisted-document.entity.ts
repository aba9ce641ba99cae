import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

export enum PersistedDocumentType {
  QUERY = 'QUERY',
  MUTATION = 'MUTATION',
  SUBSCRIPTION = 'SUBSCRIPTION',
}
registerEnumType(PersistedDocumentType, {
  name: 'PersistedDocumentType',
  description: 'What a document does.',
  valuesConfig: {
    QUERY: { description: 'Reads; may be asked by GET.' },
    MUTATION: { description: 'Changes something.' },
    SUBSCRIPTION: { description: 'Listens, over WebSocket or as an event stream.' },
  },
});

@ObjectType({ description: 'A document that an API client may run.' })
@Permission('clients:read')
@Entity({ schema: 'customer', name: 'persisted_document' })
export class PersistedDocument extends TenantRecord {
  @Column('uuid')
  clientId!: string;

  @Column('text')
  hash!: string;

  @Field({ description: 'Name of its operation.' })
  @Column('text')
  name!: string;

  @Field(() => PersistedDocumentType, { description: 'What it does.' })
  @Column('text')
  type!: PersistedDocumentType;

  @Field({ description: 'Its text.' })
  @Column('text')
  body!: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When it last ran, to the minute; null when it never did.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  lastRanAt!: Date | null;
}

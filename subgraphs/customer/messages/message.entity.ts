import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { Personal } from '../../../shared/access-log/personal';
import { Unaudited } from '../../../shared/database/audit';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import { Secret } from '../../../shared/organisation-records/secret';
import { MessageChannel } from './channels';
import type { KindName } from './kinds/catalogue';
import { LawfulBasis, SuppressionReason } from './lawful-basis';
import { MessageState } from './message.lifecycle';
import type { TemplateName } from './templates';

const isConfidential = ({ confidential }: Readonly<Record<string, unknown>>): boolean =>
  confidential === true;

@ObjectType({
  description:
    'A message to one person, with what became of it. Messages with a link that signs somebody in are shown to nobody.',
})
@Permission('messages:read')
@Entity({ schema: 'customer', name: 'message' })
export class Message extends TenantRecord {
  @Field(() => MessageChannel, { description: 'By what means it goes out.' })
  @Column('text')
  channel!: MessageChannel;

  @Column('text')
  template!: TemplateName | KindName;

  @Field(() => LawfulBasis, { description: 'Why it may be sent.' })
  @Column('text')
  basis!: LawfulBasis;

  /** Its body signs somebody in. */
  @Column('boolean')
  confidential!: boolean;

  @Column('uuid', { nullable: true })
  customerId!: string | null;

  @Column('uuid', { nullable: true })
  userId!: string | null;

  @Column('uuid', { nullable: true })
  serviceCentreId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What sort of record it is about, such as `JobCard` or `Appointment`.',
  })
  @Column('text', { nullable: true })
  relatedType!: string | null;

  @Field(() => String, { nullable: true, description: 'The id of the record that it is about.' })
  @Column('uuid', { nullable: true })
  relatedId!: string | null;

  @Unaudited()
  @Field({ description: 'The address it goes to; empty where none is known.' })
  @Personal()
  @Column('text', { transformer: sealed('customer.message.recipient') })
  recipient!: string;

  @Secret()
  @Unaudited()
  @Column('text', { nullable: true })
  addressHash!: string | null;

  @Secret(isConfidential)
  @Unaudited()
  @Field(() => String, { nullable: true, description: 'Subject of an e-mail; other channels have none.' })
  @Personal()
  @Column('text', { nullable: true, transformer: sealed('customer.message.subject') })
  subject!: string | null;

  @Secret(isConfidential)
  @Unaudited()
  @Field({ description: 'Its text.' })
  @Personal()
  @Column('text', { transformer: sealed('customer.message.body') })
  body!: string;

  @Field(() => MessageState, { description: 'How far it has come.' })
  @Column('text')
  state!: MessageState;

  @Field(() => SuppressionReason, {
    nullable: true,
    description: 'Why it was not sent; null unless it is SUPPRESSED.',
  })
  @Column('text', { nullable: true })
  suppressedBecause!: SuppressionReason | null;

  @Column('text', { nullable: true })
  providerId!: string | null;

  @Field(() => Int, { description: 'How often it was tried.' })
  @Column('integer')
  attempts!: number;

  /** As many tries were made before somebody had it sent again. */
  @Column('integer', { default: 0 })
  attemptsBefore!: number;

  @Field(() => String, {
    nullable: true,
    description: 'What the provider, or the network, said the last time it failed.',
  })
  @Column('text', { nullable: true })
  errorCode!: string | null;

  /** While it is being handed to the provider: nobody else sends it, and a STOP waits. */
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sendingUntil!: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the provider took it.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'When it reached the phone, as far as the provider tells.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deliveredAt!: Date | null;
}

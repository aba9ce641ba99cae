import { registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Unaudited } from '../../../shared/database/audit';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import type { TemplateName } from './templates';

export enum MessageChannel {
  EMAIL = 'EMAIL',
  SMS = 'SMS',
}
registerEnumType(MessageChannel, {
  name: 'MessageChannel',
  description: 'By what means a message goes out.',
  valuesConfig: {
    EMAIL: { description: 'By e-mail.' },
    SMS: { description: 'As a text message to a phone.' },
  },
});

/** What the provider said of it. KEPT: there are no credentials for the channel, so it was not sent at all. */
export type MessageState = 'QUEUED' | 'SENT' | 'DELIVERED' | 'FAILED' | 'KEPT';

/** A message to one person. Not in the graph: its body may hold a link that signs somebody in. */
@Entity({ schema: 'customer', name: 'message' })
export class Message extends TenantRecord {
  @Column('text')
  channel!: MessageChannel;

  @Column('text')
  template!: TemplateName;

  @Unaudited()
  @Column('text', { transformer: sealed('customer.message.recipient') })
  recipient!: string;

  @Unaudited()
  @Column('text', { nullable: true, transformer: sealed('customer.message.subject') })
  subject!: string | null;

  @Unaudited()
  @Column('text', { transformer: sealed('customer.message.body') })
  body!: string;

  @Column('text')
  state!: MessageState;

  @Column('text', { nullable: true })
  providerId!: string | null;

  @Column('integer')
  attempts!: number;

  @Column('text', { nullable: true })
  errorCode!: string | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  sentAt!: Date | null;
}

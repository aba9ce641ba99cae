import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';
import type { NotificationChannel } from '../messages/channels';
import type { NotificationCategory } from './notification.enums';

/** What somebody chose instead of the default. Of a customer: with or without an account. */
@Entity({ schema: 'customer', name: 'notification_preference' })
export class Preference extends TenantRecord {
  @Column('uuid', { nullable: true })
  userId!: string | null;

  @Column('uuid', { nullable: true })
  customerId!: string | null;

  @Column('text')
  category!: NotificationCategory;

  @Column('text')
  channel!: NotificationChannel;

  @Column('boolean')
  enabled!: boolean;
}

import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../../shared/entity';
import type { NotificationChannel } from '../channels';
import type { KindName } from '../kinds/catalogue';
import type { MessageLanguage } from '../kinds/render';

/** An organisation's own text in the place of a built-in one. */
@Entity({ schema: 'customer', name: 'message_template' })
export class OwnTemplate extends TenantRecord {
  @Column('text')
  kind!: KindName;

  @Column('text')
  channel!: NotificationChannel;

  @Column('text')
  language!: MessageLanguage;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text')
  body!: string;
}

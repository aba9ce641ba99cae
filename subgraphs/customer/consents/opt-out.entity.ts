import { Column, Entity } from 'typeorm';
import { Unaudited } from '../../../shared/database/audit';
import { TenantRecord } from '../../../shared/entity';
import { Secret } from '../../../shared/organisation-records/secret';
import type { MessageChannel } from '../messages/channels';

/** A word that came from an address: whether it stopped messages or gave them back. The latest counts. */
@Entity({ schema: 'customer', name: 'opt_out' })
export class OptOut extends TenantRecord {
  @Column('text')
  channel!: MessageChannel;

  @Secret()
  @Unaudited()
  @Column('text')
  addressHash!: string;

  @Column('boolean')
  stopped!: boolean;

  @Column({ type: 'timestamptz', precision: 3 })
  occurredAt!: Date;
}

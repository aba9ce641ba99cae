import { Column, Entity } from 'typeorm';
import { Unaudited } from '../../../shared/database/audit';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import type { MessageChannel } from '../messages/channels';

/** Who asked for an account. Kept as one sealed text: nothing of it is searched. */
export interface RegisteredPerson {
  login: string;
  firstName: string;
  lastName: string;
  locale: string | null;
}

/** Somebody who asked for an account and has not shown yet that the address is theirs. */
@Entity({ schema: 'customer', name: 'registration' })
export class Registration extends TenantRecord {
  /** By which the link went out, and so which address it proves. */
  @Column('text')
  channel!: MessageChannel;

  @Unaudited()
  @Column('text', { transformer: sealed('customer.registration.person') })
  person!: string;
}

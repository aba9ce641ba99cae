import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';

/** Why no more parts go out for a job. */
export type JobEnd = 'COMPLETED' | 'CANCELLED';

/**
 * A job card of the workshop, under its own id, as far as parts are concerned: locked by whoever changes what it needs,
 * holds or was issued, so that all of that has one order.
 */
@Entity({ schema: 'inventory', name: 'supplied_job' })
export class SuppliedJob extends TenantRecord {
  @Column('uuid')
  serviceCentreId!: string;

  /** Null of a job that was known before it was asked whose it is, until it ends. */
  @Column('uuid', { nullable: true })
  customerId!: string | null;

  /** Counts the changes of its parts: who hears of them in another order knows which is the last. */
  @Column('integer')
  revision!: number;

  /** Null while it is open. */
  @Column('text', { nullable: true })
  ended!: JobEnd | null;
}

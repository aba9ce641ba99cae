import { Column, Entity } from 'typeorm';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';
import type { RegisterFacts } from './provider';

/** What a register said of a plate, when, and how long that is good for. Each answer for itself. */
@Entity({ schema: 'vehicle', name: 'register_answer' })
export class RegisterAnswerRecord extends TenantRecord {
  @Column('text')
  plateKey!: string;

  @Column('text')
  country!: string;

  @Column('text')
  register!: string;

  @Column('boolean')
  isDevelopment!: boolean;

  /** Null: it knows no such plate. */
  @Column('jsonb', { nullable: true })
  facts!: RegisterFacts | null;

  /** Word for word. */
  @Column('text', { transformer: sealed('vehicle.register_answer.raw') })
  raw!: string;

  @Column({ type: 'timestamptz', precision: 3 })
  askedAt!: Date;

  @Column({ type: 'timestamptz', precision: 3 })
  validUntil!: Date;
}

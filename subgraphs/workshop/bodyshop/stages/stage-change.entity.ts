import { ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../../shared/entity';

@ObjectType({ description: 'A move of a job card on the board. Moves are never changed or taken back.' })
@Entity({ schema: 'workshop', name: 'job_card_stage_change' })
export class JobCardStageChange extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Column('uuid', { nullable: true })
  fromStageId!: string | null;

  @Column('uuid')
  toStageId!: string;

  /** For staff alone; its field resolver sees to that. */
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true })
  changedById!: string | null;
}

import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';

const QUANTITY = { precision: 15, scale: 3, transformer: decimalText } as const;

/** What a movement of the ledger took out for a line, at a cost that stays; what comes back does so at the same. */
@ObjectType({ description: 'A part handed out for a job.' })
@Permission('jobParts:read')
@Entity({ schema: 'inventory', name: 'job_part_issue' })
export class JobPartIssue extends TenantRecord {
  @Column('uuid')
  jobPartId!: string;

  @Column('uuid')
  movementId!: string;

  @Field(() => String, { description: 'How much.' })
  @Column('numeric', QUANTITY)
  quantity!: string;

  @Field(() => String, { description: 'How much of it came back.' })
  @Column('numeric', QUANTITY)
  returned!: string;

  /** Of one, in minor units with decimals; null when nobody knew. */
  @Column('numeric', { precision: 20, scale: 6, nullable: true, transformer: decimalText })
  unitCost!: string | null;

  @Column('text', { nullable: true })
  costCurrency!: string | null;

  /** The user; null for clients and the program itself. */
  @Column('uuid', { nullable: true })
  issuedById!: string | null;
}

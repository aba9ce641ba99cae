import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import { StockMovementKind, StockReferenceType } from './stock.enums';

const QUANTITY = { precision: 15, scale: 3, transformer: decimalText } as const;
const COST = { precision: 20, scale: 6, nullable: true, transformer: decimalText } as const;

@ObjectType({
  description:
    'A line of the stock ledger: written once, never changed. What is on hand is the sum of these.',
})
@Permission('stock:read')
@Entity({ schema: 'inventory', name: 'stock_movement' })
export class StockMovement extends TenantRecord {
  @Column('uuid')
  partId!: string;

  @Column('uuid')
  locationId!: string;

  /** Counts the movements of the part in the place. */
  @Column('integer')
  entry!: number;

  @Field(() => StockMovementKind, { description: 'Why stock changed.' })
  @Column('text')
  kind!: StockMovementKind;

  @Field(() => String, { description: 'By how much: above zero what came, below zero what went.' })
  @Column('numeric', QUANTITY)
  quantity!: string;

  @Field(() => String, { description: 'What was on hand in the place after it.' })
  @Column('numeric', QUANTITY)
  onHandAfter!: string;

  @Field(() => String, { description: 'What of that was reserved.' })
  @Column('numeric', QUANTITY)
  reservedAfter!: string;

  /** Of one, in minor units with decimals. Of an issue it is frozen: it never changes with later receipts. */
  @Column('numeric', COST)
  unitCost!: string | null;

  @Column('numeric', COST)
  averageCostAfter!: string | null;

  @Column('text', { nullable: true })
  costCurrency!: string | null;

  @Field(() => StockReferenceType, { description: 'What kind of record moved it.' })
  @Column('text')
  referenceType!: StockReferenceType;

  @Field(() => ID, { description: 'The record that moved it.' })
  @Column('uuid')
  referenceId!: string;

  /** The line of that record. */
  @Column('uuid', { nullable: true })
  referenceLineId!: string | null;

  @Column('text', { nullable: true })
  reasonCode!: string | null;

  @Field(() => String, { nullable: true, description: 'What was said about it; null when nothing.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  /** The user; null for clients and the program itself. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;
}

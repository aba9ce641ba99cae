import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import type { PartCategory } from '../catalogue/part.entity';

const QUANTITY = { precision: 15, scale: 3, transformer: decimalText } as const;
const COST = { precision: 20, scale: 6, nullable: true, transformer: decimalText } as const;

/** Written by the ledger and nobody else. */
@ObjectType({
  description: 'How much of a part there is in one place. Quantities are decimals in the part’s unit.',
})
@Permission('stock:read')
@Entity({ schema: 'inventory', name: 'stock_level' })
export class StockLevel extends TenantRecord {
  @Column('uuid')
  partId!: string;

  @Column('uuid')
  locationId!: string;

  /** Of the part, for lists: what they are sorted and chosen by. */
  @Column('text')
  partSku!: string;

  @Column('text')
  partCategory!: PartCategory;

  @Field(() => String, { description: 'What lies there, reserved or not.' })
  @Column('numeric', QUANTITY)
  onHand!: string;

  @Field(() => String, { description: 'What of it is held for jobs, orders and transfers.' })
  @Column('numeric', QUANTITY)
  reserved!: string;

  @Field(() => String, {
    description: 'What of it is free: on hand without what is reserved. Never below zero.',
  })
  @Column({ type: 'numeric', ...QUANTITY, insert: false, update: false })
  available!: string;

  /** Of one, in minor units with decimals; null while nobody has said what it cost. */
  @Column('numeric', COST)
  averageCost!: string | null;

  @Column('text', { nullable: true })
  costCurrency!: string | null;

  @Column('numeric', { ...QUANTITY, nullable: true })
  reorderPoint!: string | null;

  @Column('numeric', { ...QUANTITY, nullable: true })
  reorderQuantity!: string | null;

  @Field(() => String, { nullable: true, description: 'The shelf or bin where it lies; null when not said.' })
  @Column('text', { nullable: true })
  bin!: string | null;

  @Field(() => Boolean, { description: 'Whether no more than the reorder point is available.' })
  @Column('boolean')
  low!: boolean;

  /** Counts the movements, and with them numbers them. */
  @Column('integer')
  movements!: number;

  /** Counts the reservations that were ever made, and with them numbers them. */
  @Column('integer')
  reservations!: number;

  @Field(() => Date, { nullable: true, description: 'When it last moved; null when it never did.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  movedAt!: Date | null;
}

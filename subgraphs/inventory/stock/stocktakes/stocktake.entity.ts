import { Directive, Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { decimalText } from '../../../../shared/database/decimal-column';
import { TenantRecord } from '../../../../shared/entity';
import { PartCategory } from '../../catalogue/part.entity';
import { CutReservation } from '../adjustment.type';
import { StocktakeStatus } from './stocktake.lifecycle';

@ObjectType({ description: 'A count of what really lies in a place.' })
@Directive('@key(fields: "id")')
@Permission('stock:read')
@Entity({ schema: 'inventory', name: 'stocktake' })
export class Stocktake extends TenantRecord {
  @Field({ description: 'The number that people read, such as `ST-000123`.' })
  @Column('text')
  number!: string;

  @Column('uuid')
  locationId!: string;

  @Field(() => PartCategory, {
    nullable: true,
    description: 'The kind of parts that is counted; null for all.',
  })
  @Column('text', { nullable: true })
  category!: PartCategory | null;

  @Field(() => StocktakeStatus, { description: 'Where it stands.' })
  @Column('text')
  status!: StocktakeStatus;

  @Field(() => String, { nullable: true, description: 'What was said when it began; null when nothing.' })
  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { nullable: true })
  startedById!: string | null;

  @Column('uuid', { nullable: true })
  closedById!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was posted or given up; null before.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  closedAt!: Date | null;
}

const QUANTITY = { precision: 15, scale: 3, transformer: decimalText } as const;

@ObjectType({ description: 'One part in a stocktake. Quantities are decimals in the part’s unit.' })
@Permission('stock:read')
@Entity({ schema: 'inventory', name: 'stocktake_line' })
export class StocktakeLine extends TenantRecord {
  @Column('uuid')
  stocktakeId!: string;

  @Column('uuid')
  partId!: string;

  /** Of the part, as it was when the stocktake began: lists are in its order. */
  @Column('text')
  partSku!: string;

  @Field(() => String, { description: 'What the ledger said when the stocktake began.' })
  @Column('numeric', QUANTITY)
  expected!: string;

  @Field(() => String, { nullable: true, description: 'What was counted; null while nobody counted it.' })
  @Column('numeric', { ...QUANTITY, nullable: true })
  counted!: string | null;

  @Field(() => Date, { nullable: true, description: 'When that was recorded.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  countedAt!: Date | null;

  @Column('uuid', { nullable: true })
  countedById!: string | null;

  @Field(() => String, { nullable: true, description: 'What the ledger said when the count was recorded.' })
  @Column('numeric', { ...QUANTITY, nullable: true })
  onHandAtCount!: string | null;

  @Column('integer', { nullable: true })
  entryAtCount!: number | null;

  @Column('uuid', { nullable: true })
  movementId!: string | null;

  @Field(() => [CutReservation], {
    description:
      'The reservations that posting cut, because less was there than was reserved; the newest first.',
  })
  @Column('jsonb')
  cutReservations!: CutReservation[];
}

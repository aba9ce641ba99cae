import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { decimalText } from '../../../shared/database/decimal-column';
import { TenantRecord } from '../../../shared/entity';
import { StockReferenceType } from './stock.enums';

/** What is reserved is the sum of these. One that is issued or given back is gone. */
@ObjectType({ description: 'What a job, an order or a transfer holds of a part in one place.' })
@Permission('stock:read')
@Entity({ schema: 'inventory', name: 'stock_reservation' })
export class StockReservation extends TenantRecord {
  @Column('uuid')
  levelId!: string;

  @Column('uuid')
  partId!: string;

  @Column('uuid')
  locationId!: string;

  /** Its place in the queue: who came later gives back first when less is counted than was reserved. */
  @Column('integer')
  place!: number;

  @Field(() => String, { description: 'How much is held still.' })
  @Column('numeric', { precision: 15, scale: 3, transformer: decimalText })
  quantity!: string;

  @Field(() => StockReferenceType, { description: 'What kind of record holds it.' })
  @Column('text')
  referenceType!: StockReferenceType;

  @Field(() => ID, { description: 'The record that holds it.' })
  @Column('uuid')
  referenceId!: string;

  @Column('uuid', { nullable: true })
  referenceLineId!: string | null;
}

import { Field, ID, ObjectType } from 'type-graphql';
import { StockReferenceType } from './stock.enums';
import { StockLevel } from './stock-level.entity';
import { StockMovement } from './stock-movement.entity';

@ObjectType({ description: 'A reservation that was cut, because less is there than was reserved.' })
export class CutReservation {
  @Field(() => StockReferenceType, { description: 'What kind of record held it.' })
  referenceType!: StockReferenceType;

  @Field(() => ID, { description: 'The record that held it.' })
  referenceId!: string;

  @Field(() => String, { description: 'How much was taken from it.' })
  quantity!: string;

  @Field(() => String, { description: 'How much it holds still.' })
  left!: string;
}

@ObjectType({ description: 'What became of an adjustment.' })
export class StockAdjustment {
  @Field(() => StockMovement, { description: 'The movement that it made.' })
  movement!: StockMovement;

  @Field(() => StockLevel, { description: 'What is there now.' })
  level!: StockLevel;

  @Field(() => [CutReservation], { description: 'The reservations that it cut, the newest first.' })
  cutReservations!: CutReservation[];
}

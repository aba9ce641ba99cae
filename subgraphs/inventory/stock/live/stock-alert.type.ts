import { IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LiveUpdate } from '../../../../shared/live/live-field';
import { PartCategory } from '../../catalogue/part.entity';
import { StockLevel } from '../stock-level.entity';

@InputType({ description: 'Which alerts. Everything given must hold.' })
export class StockAlertFilter {
  @Field(() => ID, { nullable: true, description: 'In this place.' })
  @IsOptional()
  @IsUUID()
  locationId?: string | null;

  @Field(() => ID, { nullable: true, description: 'In the places of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this part.' })
  @IsOptional()
  @IsUUID()
  partId?: string | null;

  @Field(() => PartCategory, { nullable: true, description: 'Of parts of this kind.' })
  @IsOptional()
  category?: PartCategory | null;
}

@ObjectType({ description: 'A part has become low in a place.' })
export class StockAlert extends LiveUpdate {
  @Field({ description: 'What was free of it then, as a decimal.' })
  available!: string;

  @Field(() => StockLevel, {
    description: 'How much there is when this is told, which after a replay is later than `occurredAt`.',
  })
  stockLevel!: StockLevel;
}

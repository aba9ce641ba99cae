import { IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { PartCategory } from '../catalogue/part.entity';

@InputType({ description: 'Which levels. Everything given must hold.' })
export class StockLevelFilter {
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
  category?: PartCategory | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only where something lies. False: only where nothing does.',
  })
  inStock?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Any part of number, name, brand or barcode, as in `parts`. Finds at most the 500 newest parts.',
  })
  @IsOptional()
  @Length(2, 60)
  search?: string | null;
}

export enum StockLevelOrder {
  SKU = 'SKU',
  CHANGED = 'CHANGED',
}
registerEnumType(StockLevelOrder, {
  name: 'StockLevelOrder',
  description: 'In which order levels come.',
  valuesConfig: {
    SKU: { description: 'By the number of the part.' },
    CHANGED: { description: 'Last changed first.' },
  },
});

@InputType({
  description:
    'What is said of a part in one place: what is left out stays, null goes back to what is usual.',
})
export class UpdateStockLevelInput {
  @Field(() => ID, { description: 'The part.' })
  @IsUUID()
  partId!: string;

  @Field(() => ID, { description: 'The place.' })
  @IsUUID()
  locationId!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'It is low when no more than this is available there, as a decimal; null for what goes for the part.',
  })
  reorderPoint?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How much is usually ordered for this place, as a decimal; null for what goes for the part.',
  })
  reorderQuantity?: string | null;

  @Field(() => String, { nullable: true, description: 'The shelf or bin where it lies.' })
  @IsOptional()
  @Length(1, 40)
  @Matches(/\S/, { message: 'this cannot be blank' })
  bin?: string | null;
}

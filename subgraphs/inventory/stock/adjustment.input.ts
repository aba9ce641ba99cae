import { IsOptional, IsUUID, Length, Matches } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { MoneyInput } from '../../../shared/money';

export enum AdjustmentReason {
  OPENING_STOCK = 'OPENING_STOCK',
  FOUND = 'FOUND',
  DAMAGED = 'DAMAGED',
  EXPIRED = 'EXPIRED',
  LOST = 'LOST',
  OWN_USE = 'OWN_USE',
  CORRECTION = 'CORRECTION',
  OTHER = 'OTHER',
}
registerEnumType(AdjustmentReason, {
  name: 'AdjustmentReason',
  description: 'Why stock is put right by hand.',
  valuesConfig: {
    OPENING_STOCK: { description: 'What was there before the ledger began. Only up.' },
    FOUND: { description: 'It was there, and nobody knew. Only up.' },
    DAMAGED: { description: 'Broken, and thrown away. Only down.' },
    EXPIRED: { description: 'Too old to be used. Only down.' },
    LOST: { description: 'It is not where it should be, lost or stolen. Only down.' },
    OWN_USE: { description: 'Used by the shop itself. Only down.' },
    CORRECTION: { description: 'Something was entered wrongly.' },
    OTHER: { description: 'Anything else, which the note says.' },
  },
});

@InputType({ description: 'Stock to put right by hand.' })
export class AdjustStockInput {
  @Field(() => ID, { description: 'The part.' })
  @IsUUID()
  partId!: string;

  @Field(() => ID, { description: 'The place.' })
  @IsUUID()
  locationId!: string;

  @Field({ description: 'By how much, as a decimal in the part’s unit: `3` more, `-0.5` less.' })
  quantity!: string;

  @Field(() => AdjustmentReason, { description: 'Why.' })
  reason!: AdjustmentReason;

  @Field(() => String, {
    nullable: true,
    description: 'What is to be said about it; needed when the reason is OTHER.',
  })
  @IsOptional()
  @Length(1, 500)
  @Matches(/\S/, { message: 'this cannot be blank' })
  note?: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'What one of those that are more cost; without it they count as what the others did.',
  })
  unitCost?: MoneyInput | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether reserved stock may go as well: the newest reservations are cut then, and told. Otherwise CONFLICT, with ' +
      'the reason INSUFFICIENT_STOCK, when more goes than is available.',
  })
  cutReservations!: boolean;

  @Field({ description: 'Makes a repeated call return the first result.' })
  @Length(8, 200)
  idempotencyKey!: string;
}

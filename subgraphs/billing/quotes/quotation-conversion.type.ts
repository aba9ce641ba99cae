import { Field, ObjectType } from 'type-graphql';
import { ConversionKind } from './quotation.enums';

@ObjectType({ description: 'What an accepted quotation became.' })
export class QuotationConversion {
  @Field(() => ConversionKind, { description: 'Work, or an order.' })
  kind!: ConversionKind;

  @Field(() => Date, { description: 'When that was.' })
  convertedAt!: Date;

  convertedToId!: string;
}

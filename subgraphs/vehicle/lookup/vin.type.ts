import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum VinWarning {
  CHECK_DIGIT = 'CHECK_DIGIT',
  UNKNOWN_MANUFACTURER = 'UNKNOWN_MANUFACTURER',
  UNKNOWN_COUNTRY = 'UNKNOWN_COUNTRY',
  NO_MODEL_YEAR = 'NO_MODEL_YEAR',
}
registerEnumType(VinWarning, {
  name: 'VinWarning',
  description: 'What to look at twice in a VIN.',
  valuesConfig: {
    CHECK_DIGIT: {
      description:
        'The check digit does not fit. Where makers must set it a sign is wrong, elsewhere it may be right.',
    },
    UNKNOWN_MANUFACTURER: { description: 'We do not know who this manufacturer’s code belongs to.' },
    UNKNOWN_COUNTRY: { description: 'The country’s code is not given to any country that we know.' },
    NO_MODEL_YEAR: { description: 'The tenth sign stands for no model year.' },
  },
});

export enum VinRegion {
  AFRICA = 'AFRICA',
  ASIA = 'ASIA',
  EUROPE = 'EUROPE',
  NORTH_AMERICA = 'NORTH_AMERICA',
  OCEANIA = 'OCEANIA',
  SOUTH_AMERICA = 'SOUTH_AMERICA',
}
registerEnumType(VinRegion, {
  name: 'VinRegion',
  description: 'The part of the world that a manufacturer’s code is given out in.',
  valuesConfig: {
    AFRICA: { description: 'Africa.' },
    ASIA: { description: 'Asia.' },
    EUROPE: { description: 'Europe.' },
    NORTH_AMERICA: { description: 'North and Central America.' },
    OCEANIA: { description: 'Australia, New Zealand and the Pacific.' },
    SOUTH_AMERICA: { description: 'South America.' },
  },
});

@ObjectType({ description: 'What a vehicle identification number says by itself.' })
export class VinDecoding {
  @Field({ description: 'The number in capitals, without spaces and dashes.' })
  vin!: string;

  @Field({ description: 'The world manufacturer identifier: its first three signs.' })
  wmi!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Whose identifier that is; null when we do not know it.',
  })
  manufacturer!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The country that gave the identifier out, ISO 3166-1 alpha-2; null when we do not know it.',
  })
  country!: string | null;

  @Field(() => VinRegion, { description: 'The part of the world.' })
  region!: VinRegion;

  @Field({ description: 'Signs 4 to 8: what the manufacturer says of model, body and engine.' })
  descriptor!: string;

  @Field(() => [Int], {
    description:
      'The model years that the tenth sign may stand for, the latest first: it comes round every 30 years. European ' +
      'makers need not set it. Empty when it stands for none.',
  })
  modelYears!: number[];

  @Field({ description: 'Sign 11, which most makers use for the plant; by the maker’s own list.' })
  plant!: string;

  @Field({ description: 'Signs 12 to 17: the serial number.' })
  serial!: string;

  @Field({ description: 'The check digit that would fit, for sign 9.' })
  expectedCheckDigit!: string;

  @Field({ description: 'Whether it does fit.' })
  checkDigitFits!: boolean;

  @Field({
    description:
      'Whether the maker must set it: in North America and China. There it decides, elsewhere it warns.',
  })
  checkDigitDecides!: boolean;

  @Field({ description: 'False when the check digit decides and does not fit: a sign is wrong.' })
  isValid!: boolean;

  @Field(() => [VinWarning], { description: 'What to look at twice.' })
  warnings!: VinWarning[];
}

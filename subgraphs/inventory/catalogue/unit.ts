import { registerEnumType } from 'type-graphql';

export enum PartUnit {
  PIECE = 'PIECE',
  SET = 'SET',
  PAIR = 'PAIR',
  LITRE = 'LITRE',
  METRE = 'METRE',
  KILOGRAM = 'KILOGRAM',
}
registerEnumType(PartUnit, {
  name: 'PartUnit',
  description: 'What a part is counted in. It says how many decimals a quantity may have.',
  valuesConfig: {
    PIECE: { description: 'Whole pieces.' },
    SET: { description: 'Whole sets, such as the pads of an axle.' },
    PAIR: { description: 'Whole pairs.' },
    LITRE: { description: 'Litres, to three decimals.' },
    METRE: { description: 'Metres, to three decimals.' },
    KILOGRAM: { description: 'Kilograms, to three decimals.' },
  },
});

export const UNIT_DECIMALS: Readonly<Record<PartUnit, number>> = {
  [PartUnit.PIECE]: 0,
  [PartUnit.SET]: 0,
  [PartUnit.PAIR]: 0,
  [PartUnit.LITRE]: 3,
  [PartUnit.METRE]: 3,
  [PartUnit.KILOGRAM]: 3,
};

import { IsInt, Max, Min } from 'class-validator';
import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum DistanceUnit {
  KM = 'KM',
  MI = 'MI',
}
registerEnumType(DistanceUnit, {
  name: 'DistanceUnit',
  description: 'What a distance is counted in.',
  valuesConfig: {
    KM: { description: 'Kilometres.' },
    MI: { description: 'Statute miles of 1.609344 km.' },
  },
});

export const LONGEST_DISTANCE = 9_999_999;

const MILLIMETRES: Record<DistanceUnit, number> = { KM: 1_000_000, MI: 1_609_344 };

@ObjectType({ description: 'A distance in whole kilometres or miles, as an odometer shows it.' })
export class Distance {
  @Field(() => Int, { description: 'How many.' })
  value!: number;

  @Field(() => DistanceUnit, { description: 'Of what.' })
  unit!: DistanceUnit;
}

@InputType({ description: 'A distance in whole kilometres or miles, as an odometer shows it.' })
export class DistanceInput {
  @Field(() => Int, { description: 'How many.' })
  @IsInt()
  @Min(0)
  @Max(LONGEST_DISTANCE)
  value!: number;

  @Field(() => DistanceUnit, { description: 'Of what.' })
  unit!: DistanceUnit;
}

/** Whole numbers in either unit, so that distances can be compared without rounding. */
export const millimetres = ({ value, unit }: Distance): number => value * MILLIMETRES[unit];

/** An odometer drops what is behind the point: what shows 100 may be anything up to 101. */
export const isLess = (shown: Distance, than: Distance): boolean =>
  millimetres({ value: shown.value + 1, unit: shown.unit }) <= millimetres(than);

export const inUnit = (distance: Distance, unit: DistanceUnit): number =>
  distance.unit === unit ? distance.value : Math.round(millimetres(distance) / MILLIMETRES[unit]);

/** The two columns of a distance, or nulls. */
export const distanceOf = (value: number | null, unit: DistanceUnit | null): Distance | null =>
  value === null || unit === null ? null : { value, unit };

import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDateScalar } from '../../../shared/scalars';
import { Vehicle } from '../registry/vehicle.entity';
import { VehicleReminder } from '../reminders/reminder.entity';

export enum LookupOutcome {
  FOUND = 'FOUND',
  NOT_FOUND = 'NOT_FOUND',
  BAD_PLATE = 'BAD_PLATE',
  NO_REGISTER = 'NO_REGISTER',
  THROTTLED = 'THROTTLED',
  TIMED_OUT = 'TIMED_OUT',
  FAILED = 'FAILED',
}
registerEnumType(LookupOutcome, {
  name: 'LookupOutcome',
  description: 'What became of the question. Only NOT_FOUND says that there is no such car.',
  valuesConfig: {
    FOUND: { description: 'The register knows the plate; `facts` is what it knows.' },
    NOT_FOUND: { description: 'The register has looked and knows no such plate.' },
    BAD_PLATE: { description: 'The register does not take this for a plate.' },
    NO_REGISTER: { description: 'No register is asked for this country.' },
    THROTTLED: { description: 'The register wants to be left alone for `retryAfter` seconds.' },
    TIMED_OUT: { description: 'The register did not answer in time. Try again.' },
    FAILED: { description: 'The register answered with an error, or nonsense. Try again later.' },
  },
});

const text = (description: string) => Field(() => String, { nullable: true, description });
const day = (description: string) => Field(() => LocalDateScalar, { nullable: true, description });
const whole = (description: string) => Field(() => Int, { nullable: true, description });

@ObjectType({ description: 'What a register knows of a vehicle, in its own words. Null: it does not say.' })
export class RegisteredFacts {
  @text('Manufacturer.')
  make!: string | null;

  @text('Model; DVLA does not tell it.')
  model!: string | null;

  @text('Colour.')
  colour!: string | null;

  @text('What it runs on, such as `PETROL`.')
  fuelType!: string | null;

  @whole('Year of manufacture.')
  year!: number | null;

  @whole('Engine capacity in cubic centimetres.')
  engineCapacity!: number | null;

  @whole('Carbon dioxide in grams per kilometre.')
  co2Emissions!: number | null;

  @text('Emission class, such as `EURO6`.')
  euroStatus!: string | null;

  @text('Category of type approval, such as `M1`.')
  typeApproval!: string | null;

  @text('Wheel plan, such as `2 AXLE RIGID BODY`.')
  wheelplan!: string | null;

  @text('Month of the first registration as `YYYY-MM`.')
  firstRegisteredIn!: string | null;

  @text('Whether it has a valid MOT, such as `Valid`.')
  motStatus!: string | null;

  @day('Day on which its MOT expires.')
  motExpiresOn!: string | null;

  @text('Whether it is taxed, such as `Taxed` or `SORN`.')
  taxStatus!: string | null;

  @day('Day on which its tax is due.')
  taxDueOn!: string | null;

  @day('Day on which its registration papers were last issued.')
  papersIssuedOn!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it is marked for export.' })
  markedForExport!: boolean | null;
}

@ObjectType({ description: 'A plate as `PlateInput` takes it.' })
export class PlateSuggestion {
  @Field({ description: 'As the register has it.' })
  number!: string;

  @Field({ description: 'Country of registration, ISO 3166-1 alpha-2.' })
  country!: string;
}

@ObjectType({
  description: 'Values as `CreateVehicleInput` takes them; what the register does not tell is null.',
})
export class VehicleSuggestion {
  @text('Manufacturer; needed to take the car in.')
  make!: string | null;

  @text('Model; needed to take the car in, and to be asked for where the register does not tell it.')
  model!: string | null;

  @whole('Year of manufacture.')
  year!: number | null;

  @text('Colour.')
  colour!: string | null;

  @Field(() => PlateSuggestion, { description: 'The plate it carries.' })
  plate!: PlateSuggestion;
}

@ObjectType({ description: 'What came of asking a public register about a plate.' })
export class VehicleLookup {
  @Field(() => LookupOutcome, { description: 'What became of the question.' })
  outcome!: LookupOutcome;

  @text('Which register answered, or should have; null when none is asked for the country.')
  register!: string | null;

  @Field({ description: 'Whether the register is one for development, whose answers are made up.' })
  isDevelopment!: boolean;

  @Field({ description: 'Whether the answer was kept from an earlier question and nobody was asked now.' })
  isKept!: boolean;

  @Field(() => Date, { nullable: true, description: 'When the register gave the answer; null without one.' })
  askedAt!: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the answer is taken for good; null without one.',
  })
  validUntil!: Date | null;

  @text(
    'The register’s own code of its trouble, or the network’s, such as `HTTP_503`; null when it answered.',
  )
  errorCode!: string | null;

  @whole('Seconds to wait before asking again, where the register said so.')
  retryAfter!: number | null;

  @Field(() => RegisteredFacts, {
    nullable: true,
    description: 'What the register knows; null unless FOUND.',
  })
  facts!: RegisteredFacts | null;

  @Field(() => VehicleSuggestion, {
    nullable: true,
    description: 'Ready values to take the car in with; null unless FOUND.',
  })
  suggestion!: VehicleSuggestion | null;

  @Field({
    description:
      'Whether a vehicle of the organisation carries the plate now. Where `vehicle` is null all the same, ' +
      '`findVehicle` opens it to you: a look-up here does not.',
  })
  isKnown!: boolean;

  @Field(() => Vehicle, {
    nullable: true,
    description: 'The vehicle that carries the plate, if it is yours to see.',
  })
  vehicle!: Vehicle | null;

  @Field(() => VehicleReminder, {
    nullable: true,
    description:
      'The open MOT reminder that has the register’s day by this call; null when none was asked for.',
  })
  motReminder!: VehicleReminder | null;
}

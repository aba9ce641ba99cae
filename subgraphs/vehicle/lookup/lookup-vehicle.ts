import { requireReach } from '../../../shared/access/identity';
import { sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';
import { plateColumns } from '../registry/plate';
import type { Vehicle } from '../registry/vehicle.entity';
import { vehicles } from '../registry/vehicle.loader';
import { remindOfTest } from '../reminders/remind-of-register';
import type { VehicleReminder } from '../reminders/reminder.entity';
import { openReminders } from '../reminders/reminder.loader';
import { answerFor, type GivenAnswer, type Plate } from './kept-answers';
import type { LookupVehicleInput } from './lookup.input';
import { LookupOutcome, type VehicleLookup, type VehicleSuggestion } from './lookup.type';
import { openRegister } from './open-register';
import { type RegisterFacts, RegisterTrouble } from './provider';

type Answered = Omit<VehicleLookup, 'isKnown' | 'vehicle' | 'motReminder'>;

/** A plate that is known makes no link by itself: that the organisation has the car is told, not which it is. */
export async function lookupVehicle(context: Context, input: LookupVehicleInput): Promise<VehicleLookup> {
  if (input.setMotReminder)
    for (const permission of ['reminders:create', 'reminders:update'])
      requireReach(context.identity, permission);
  const { plateKey, plateCountry } = plateColumns(input.plate, 'input.plate');
  const plate = { plateKey: plateKey!, country: plateCountry! };
  const answered = await asked(context, plate, input.refresh ?? false);
  const knownId = await carrierOf(context, plate);
  const vehicle = knownId ? await context.load(vehicles, knownId) : null;
  const expiry = answered.facts?.motExpiresOn;
  const motReminder =
    input.setMotReminder && vehicle && expiry ? await reminderOf(context, vehicle, expiry) : null;
  return { ...answered, isKnown: knownId !== null, vehicle, motReminder };
}

async function asked(context: Context, plate: Plate, refresh: boolean): Promise<Answered> {
  const register = openRegister(context.kernel.environment);
  if (!register.covers(plate.country)) return { ...NOTHING, outcome: LookupOutcome.NO_REGISTER };
  const { name, isDevelopment } = register;
  try {
    return toldBy(await answerFor(context, register, plate, refresh), plate);
  } catch (error) {
    if (!(error instanceof RegisterTrouble)) throw error;
    const { trouble, code: errorCode, retryAfter } = error;
    context.log.warn('vehicle register gave no answer', { register: name, trouble, errorCode });
    return {
      ...NOTHING,
      register: name,
      isDevelopment,
      outcome: LookupOutcome[trouble],
      errorCode,
      retryAfter,
    };
  }
}

const NOTHING = {
  register: null,
  isDevelopment: false,
  isKept: false,
  askedAt: null,
  validUntil: null,
  errorCode: null,
  retryAfter: null,
  facts: null,
  suggestion: null,
} satisfies Partial<Answered>;

function toldBy({ answer, isKept }: GivenAnswer, plate: Plate): Answered {
  const { facts, register, isDevelopment, askedAt, validUntil } = answer;
  return {
    ...NOTHING,
    outcome: facts ? LookupOutcome.FOUND : LookupOutcome.NOT_FOUND,
    register,
    isDevelopment,
    isKept,
    askedAt,
    validUntil,
    facts,
    suggestion: facts && suggestionOf(facts, plate),
  };
}

const suggestionOf = (facts: RegisterFacts, { plateKey, country }: Plate): VehicleSuggestion => ({
  make: facts.make,
  model: facts.model,
  year: facts.year,
  colour: facts.colour,
  plate: { number: plateKey, country },
});

/** Of the whole organisation. */
async function carrierOf(context: Context, { plateKey, country }: Plate): Promise<string | null> {
  const [found] = await context.reader.query<{ id: string }>(
    sql`select t.id from vehicle.vehicle t where t.organisation_id = ${context.identity.organisationId}
        and t.plate_country = ${country} and t.plate_key = ${plateKey} and t.archived_at is null`,
  );
  return found?.id ?? null;
}

async function reminderOf(
  context: Context,
  vehicle: Vehicle,
  expiry: string,
): Promise<VehicleReminder | null> {
  await remindOfTest(context, vehicle.id, expiry);
  const [reminder] = await context.reader.rows(
    openReminders,
    sql`t.organisation_id = ${context.identity.organisationId} and t.vehicle_id = ${vehicle.id}
      and t.kind = 'MOT' and t.source <> 'CUSTOMER'`,
  );
  return reminder ?? null;
}

import { addSeconds } from '../../../shared/clock';
import { everyone, readable } from '../../../shared/database/readable';
import { sql } from '../../../shared/database/sql';
import type { Context } from '../../../shared/subgraph/context';
import { throttle } from '../../../shared/throttle/throttle';
import type { RegisterAnswer, VehicleRegister } from './provider';
import { RegisterAnswerRecord } from './register-answer.entity';

/** A register charges for questions, and blocks who asks too many. */
const QUESTIONS = { name: 'vehicle register', allowed: 60, windowSeconds: 60 };
const DAY_SECONDS = 86_400;
const FOUND_DAYS = 7;
/** A new car is in the register soon. */
const NOT_FOUND_DAYS = 1;

const keptAnswers = readable({
  entity: RegisterAnswerRecord,
  permission: 'vehicles:lookup',
  called: 'Answer of a register',
  visible: everyone,
});

export interface Plate {
  plateKey: string;
  country: string;
}

export interface GivenAnswer {
  answer: RegisterAnswerRecord;
  /** It was here already. */
  isKept: boolean;
}

/** By organisation and plate: who asks the same at the same time waits for the same answer. */
const underWay = new Map<string, Promise<GivenAnswer>>();

/** The latest answer while it is good, or a new one. Rejects with a RegisterTrouble. */
export async function answerFor(
  context: Context,
  register: VehicleRegister,
  plate: Plate,
  refresh: boolean,
): Promise<GivenAnswer> {
  const kept = refresh ? null : await keptAnswer(context, register, plate);
  if (kept) return { answer: kept, isKept: true };
  const key = [context.identity.organisationId, register.name, plate.country, plate.plateKey].join('/');
  let question = underWay.get(key);
  if (!question) {
    question = ask(context, register, plate, refresh).finally(() => underWay.delete(key));
    underWay.set(key, question);
  }
  return question;
}

async function ask(
  context: Context,
  register: VehicleRegister,
  plate: Plate,
  refresh: boolean,
): Promise<GivenAnswer> {
  // Between our look and our turn, the question of somebody else may have been answered.
  const kept = refresh ? null : await keptAnswer(context, register, plate);
  if (kept) return { answer: kept, isKept: true };
  await throttle(context, QUESTIONS, context.identity.organisationId!);
  const given = await register.ask(plate.plateKey);
  const answer = await context.transaction((tx) =>
    tx.insert(RegisterAnswerRecord, columnsOf(register, plate, given, tx.now)),
  );
  return { answer, isKept: false };
}

const columnsOf = (
  { name, isDevelopment }: VehicleRegister,
  plate: Plate,
  { facts, raw }: RegisterAnswer,
  askedAt: Date,
) => ({
  ...plate,
  register: name,
  isDevelopment,
  facts,
  raw,
  askedAt,
  validUntil: addSeconds(askedAt, DAY_SECONDS * (facts ? FOUND_DAYS : NOT_FOUND_DAYS)),
});

async function keptAnswer(
  context: Context,
  register: VehicleRegister,
  { plateKey, country }: Plate,
): Promise<RegisterAnswerRecord | null> {
  const [latest] = await context.reader.rows(
    keptAnswers,
    sql`t.organisation_id = ${context.identity.organisationId} and t.country = ${country}
      and t.plate_key = ${plateKey} and t.register = ${register.name}`,
    sql`order by t.asked_at desc limit 1`,
  );
  return latest && latest.validUntil > context.kernel.clock.now() ? latest : null;
}

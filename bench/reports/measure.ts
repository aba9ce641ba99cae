import { drive } from '../load/drive';
import { ask } from '../load/graph-client';
import { postRequest, type Target } from '../load/request';
import { median, percentile } from '../report/statistics';
import type { Say } from '../say';
import type { ByHand } from './by-hand';
import type { Answer, Days, Question } from './questions/question';
import { QUESTIONS } from './questions/questions';
import { differenceOf } from './same';
import type { ServerTime } from './server-time';

export const PACE = { rounds: 3, turns: 9, clients: 8, seconds: 1 };
/** Statements are planned for what they find out at first; so many turns do not count, of slow ones fewer. */
const WARM_UP = { turns: 6, seconds: 2 };
/** A slow one has three turns at least. */
const PATIENCE = { turns: 3, seconds: 5 };
/** Under whose name the program's reporting subgraph asks. */
const REPORTING = 'liftbay_reporting';

/** The milliseconds of one round. */
export interface Round {
  /** Of the server, for all statements of one answer: asked by the program, and by hand, in two ways. */
  ours: number;
  records: number;
  kept: number | null;
  /** From the request to its answer, for one client alone. */
  request: number;
  /** The same for each of many clients, at worst in 95 of 100 cases. */
  p95: number;
}

/** To the faster of the two by hand. */
export const ratioOf = ({ ours, records, kept }: Round): number => ours / Math.min(records, kept ?? records);

export interface Measured {
  question: Question;
  rounds: Round[];
}

/** A report that failed, or that the statement by hand does not agree with. */
export interface Missing {
  question: Question;
  why: string;
}

export interface Bench {
  program: { url: string; port: number; token: string };
  byHand: ByHand;
  serverTime: ServerTime;
  year: Days;
  month: Days;
  say: Say;
}

export const daysOf = ({ month, year }: Bench, question: Question): Days => (question.month ? month : year);

const variablesOf = ({ query }: Question, { from, to }: Days) =>
  query.includes('$from') ? { from, to } : { to };

export const answerOf = ({ program }: Bench, question: Question, days: Days): Promise<Answer> =>
  ask<Answer>(program.url, question.query, variablesOf(question, days), program.token);

/** What fails is said to be missing, and the others are measured all the same. */
export async function measureAll(bench: Bench): Promise<{ measured: Measured[]; missing: Missing[] }> {
  let measured: Measured[] = [];
  const missing: Missing[] = [];
  const tried = async (question: Question, attempt: () => Promise<string | null>) => {
    const why = await attempt().catch((error: Error) => error.message);
    if (why === null) return true;
    bench.say(`${question.name} is not measured: ${why}`);
    missing.push({ question, why: why.split('\n')[0]! });
    return false;
  };
  for (const question of QUESTIONS)
    if (await tried(question, () => disagreement(bench, question))) measured.push({ question, rounds: [] });
  for (let round = 0; round < PACE.rounds; round += 1) {
    const answered: Measured[] = [];
    for (const each of measured)
      if (await tried(each.question, () => measureRound(bench, each))) answered.push(each);
    measured = answered;
  }
  return { measured, missing };
}

async function disagreement(bench: Bench, question: Question): Promise<string | null> {
  const days = daysOf(bench, question);
  const answer = await answerOf(bench, question, days);
  const difference = differenceOf(question, answer, await bench.byHand.ask(question, days));
  return difference && `the two do not say the same.\n${difference}`;
}

async function measureRound(bench: Bench, { question, rounds }: Measured): Promise<null> {
  const round = { ...(await inTurns(bench, question)), p95: await atOnce(bench, question) };
  rounds.push(round);
  bench.say(
    `  ${rounds.length} ${question.name.padEnd(28)} ours ${round.ours.toFixed(2)} by hand ${round.records.toFixed(2)}` +
      ` or ${round.kept?.toFixed(2) ?? '-'} ratio ${ratioOf(round).toFixed(2)} request ${round.request.toFixed(1)}` +
      ` p95 ${round.p95.toFixed(1)}`,
  );
  return null;
}

/** Nobody else asks meanwhile: the two sides take turns, each after the other. */
async function inTurns(bench: Bench, question: Question): Promise<Omit<Round, 'p95'>> {
  const { byHand, serverTime } = bench;
  const days = daysOf(bench, question);
  const turns: Omit<Round, 'p95'>[] = [];
  const take = async () => {
    serverTime.spentOn(REPORTING);
    const asked = performance.now();
    await answerOf(bench, question, days);
    const request = performance.now() - asked;
    const ours = serverTime.spentOn(REPORTING);
    await byHand.ask(question, days);
    const records = serverTime.spentOn(byHand.user);
    const isKept = await byHand.askKept(question, days);
    return { ours, request, records, kept: isKept ? serverTime.spentOn(byHand.user) : null };
  };
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1000;
  for (let turn = 0; turn < WARM_UP.turns && seconds() < WARM_UP.seconds; turn += 1) await take();
  while (turns.length < PACE.turns && (turns.length < PATIENCE.turns || seconds() < PATIENCE.seconds))
    turns.push(await take());
  const of = (key: 'ours' | 'records' | 'request') => median(turns.map((turn) => turn[key]));
  const kept = question.kept ? median(turns.map((turn) => turn.kept!)) : null;
  return { ours: of('ours'), records: of('records'), kept, request: of('request') };
}

async function atOnce(bench: Bench, question: Question): Promise<number> {
  const { port, token } = bench.program;
  const headers = { authorization: `Bearer ${token}` };
  const target: Target = { host: '127.0.0.1', port, path: '/graphql', headers };
  const variables = variablesOf(question, daysOf(bench, question));
  const request = postRequest(target, JSON.stringify({ query: question.query, variables }));
  const { clients, seconds } = PACE;
  const { latencies } = await drive({ place: target, clients, seconds, request: () => request });
  return percentile(latencies, 95);
}

const JSON_TYPE = 'application/json';
const GRAPHQL_TYPE = 'application/graphql-response+json';

/** The answers' types, the one we like better first. Always in UTF-8, whatever charset a client asks for. */
export const ANSWER_TYPES = [JSON_TYPE, GRAPHQL_TYPE].map((type) => `${type}; charset=utf-8`);
const [JSON_ANSWER, GRAPHQL_ANSWER] = ANSWER_TYPES as [string, string];

interface Wish {
  weight: number;
  /** 2 for the type itself, 1 for `application/*`, 0 for anything. */
  precision: number;
  /** Where in the header it stands. */
  place: number;
}

/** The type in which a client likes its answer best; null when it takes neither. */
export function answerType(accept: string | undefined): string | null {
  if (!accept || accept === '*/*') return JSON_ANSWER;
  let json: Wish | null = null;
  let graphql: Wish | null = null;
  for (const [place, range] of accept.split(',').entries()) {
    const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const weight = weightOf(parameters);
    json = closer(json, wishFor(JSON_TYPE, type, weight, place));
    graphql = closer(graphql, wishFor(GRAPHQL_TYPE, type, weight, place));
  }
  // A weight that is no number is no wish.
  const takesJson = json !== null && json.weight > 0;
  const takesGraphql = graphql !== null && graphql.weight > 0;
  if (takesJson && takesGraphql) return prefers(graphql!, json!) ? GRAPHQL_ANSWER : JSON_ANSWER;
  if (takesJson) return JSON_ANSWER;
  return takesGraphql ? GRAPHQL_ANSWER : null;
}

function weightOf(parameters: string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return weight === undefined ? 1 : Number(weight.slice(2));
}

function wishFor(offered: string, range: string, weight: number, place: number): Wish | null {
  if (range === offered) return { weight, precision: 2, place };
  if (range === 'application/*') return { weight, precision: 1, place };
  return range === '*/*' ? { weight, precision: 0, place } : null;
}

/** What is said of a type more closely counts, and of what is as close the first. */
function closer(known: Wish | null, wish: Wish | null): Wish | null {
  if (!known || !wish) return known ?? wish;
  return wish.precision > known.precision ? wish : known;
}

function prefers(one: Wish, other: Wish): boolean {
  if (one.weight !== other.weight) return one.weight > other.weight;
  if (one.precision !== other.precision) return one.precision > other.precision;
  return one.place < other.place;
}

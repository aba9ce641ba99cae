import { Decimal } from 'decimal.js';
import type { FieldProblem } from '../../../shared/errors';
import { InspectionItemKind, InspectionRating } from './inspection.enums';
import type { RecordedItemInput } from './inspection.input';
import type { InspectionItem } from './inspection-item.entity';

const { MEASURE, TEXT, YES_NO } = InspectionItemKind;
const { ATTENTION, NOT_APPLICABLE, OK, URGENT } = InspectionRating;

export type Findings = Pick<InspectionItem, 'rating' | 'value' | 'answer' | 'text' | 'note'>;
export type Rated = { findings: Findings; problems: [] } | { findings: null; problems: FieldProblem[] };

const SEVERITY: Readonly<Record<InspectionRating, number>> = {
  [NOT_APPLICABLE]: 0,
  [OK]: 1,
  [ATTENTION]: 2,
  [URGENT]: 3,
};

const problem = (path: string, code: string, message: string): FieldProblem => ({ path, code, message });

/** What an item holds once this was recorded, or why it cannot be. `at` is the path of the input. */
export function rate(item: InspectionItem, given: RecordedItemInput, at: string): Rated {
  const problems = [...misplaced(item, given, at), ...outOfRange(item, given, at)];
  if (problems.length) return { findings: null, problems };
  const note = given.note === undefined ? item.note : given.note?.trim() || null;
  if (given.rating === NOT_APPLICABLE)
    return notApplicable(given, at) ?? found({ rating: NOT_APPLICABLE, note });
  const held: Findings = {
    rating: null,
    value: given.value === undefined ? item.value : plain(given.value),
    answer: given.answer === undefined ? item.answer : given.answer,
    text: given.text === undefined ? item.text : given.text?.trim() || null,
    note,
  };
  const byItself = ownRating(item, held);
  const said = given.rating === undefined ? keptRating(item, given) : given.rating;
  if (said && byItself && SEVERITY[said] < SEVERITY[byItself])
    return refused(problem(`${at}.rating`, 'TOO_GOOD', `By what was found it is ${byItself}.`));
  return found({ ...held, rating: said ?? byItself });
}

const found = (findings: Partial<Findings>): Rated => ({
  findings: { rating: null, value: null, answer: null, text: null, note: null, ...findings },
  problems: [],
});
const refused = (...problems: FieldProblem[]): Rated => ({ findings: null, problems });

/** What the item rates itself by has not changed: what somebody said of it still stands. */
function keptRating(item: InspectionItem, { value, answer }: RecordedItemInput): InspectionRating | null {
  const isNew = value !== undefined || answer !== undefined;
  return isNew ? null : item.rating;
}

/** Whether nothing is open of it any more. */
export function isRecorded({ kind }: InspectionItem, { rating, value, answer, text }: Findings): boolean {
  if (rating === NOT_APPLICABLE) return true;
  if (kind === MEASURE) return value !== null;
  if (kind === YES_NO) return answer !== null;
  return kind === TEXT ? text !== null : rating !== null;
}

/** A measure by its limits, an answer by the one that is expected; the others by nothing. */
function ownRating(item: InspectionItem, { value, answer }: Findings): InspectionRating | null {
  if (item.kind === MEASURE && value !== null) return ofMeasure(item, new Decimal(value));
  if (item.kind === YES_NO && answer !== null)
    return item.expected === null || item.expected === answer ? OK : ATTENTION;
  return null;
}

function ofMeasure(item: InspectionItem, value: Decimal): InspectionRating {
  const below = (limit: string | null) => limit !== null && value.lt(limit);
  const above = (limit: string | null) => limit !== null && value.gt(limit);
  if (below(item.urgentBelow) || above(item.urgentAbove)) return URGENT;
  return below(item.attentionBelow) || above(item.attentionAbove) ? ATTENTION : OK;
}

const plain = (text: string | null): string | null => (text === null ? null : new Decimal(text).toFixed());

const PLACES = [
  ['value', MEASURE, 'NOT_A_MEASURE', 'This item is not measured.'],
  ['answer', YES_NO, 'NOT_A_QUESTION', 'This item is no question of yes or no.'],
  ['text', TEXT, 'NOT_A_TEXT', 'This item is not described in words; a note can be.'],
] as const;

const misplaced = ({ kind }: InspectionItem, given: RecordedItemInput, at: string): FieldProblem[] =>
  PLACES.filter(([field, of]) => given[field] != null && kind !== of).map(([field, , code, message]) =>
    problem(`${at}.${field}`, code, message),
  );

function outOfRange(
  { kind, minimum, maximum, unit }: InspectionItem,
  { value }: RecordedItemInput,
  at: string,
): FieldProblem[] {
  if (kind !== MEASURE || value == null) return [];
  const measured = new Decimal(value);
  if (measured.gte(minimum!) && measured.lte(maximum!)) return [];
  const message = `It is between ${minimum} and ${maximum} ${unit}.`;
  return [problem(`${at}.value`, 'OUT_OF_RANGE', message)];
}

/** What there is not has no value either. */
function notApplicable({ value, answer, text }: RecordedItemInput, at: string): Rated | null {
  if (value == null && answer == null && !text?.trim()) return null;
  return refused(
    problem(`${at}.rating`, 'NOT_APPLICABLE', 'What does not apply has nothing recorded of it.'),
  );
}

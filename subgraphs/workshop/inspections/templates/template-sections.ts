import { Decimal } from 'decimal.js';
import { badInput, type FieldProblem } from '../../../../shared/errors';
import { InspectionItemKind } from '../inspection.enums';
import type { InspectionTemplateItem, InspectionTemplateSection } from './inspection-template.entity';
import type {
  InspectionTemplateItemInput,
  InspectionTemplateSectionInput,
} from './inspection-template.input';

const MOST_ITEMS = 200;
/** From the least to the most that there can be: each is at least what stands before it. */
const LIMITS = [
  'minimum',
  'urgentBelow',
  'attentionBelow',
  'attentionAbove',
  'urgentAbove',
  'maximum',
] as const;
const NEEDED = ['unit', 'minimum', 'maximum'] as const;
const OF_MEASURES = ['unit', ...LIMITS] as const;

/** The sections as they are kept. What does not go together is all told at once. */
export function sectionsOf(
  given: InspectionTemplateSectionInput[],
  path: string,
): InspectionTemplateSection[] {
  const problems: FieldProblem[] = [];
  const keys = new Set<string>();
  for (const [s, { items }] of given.entries())
    for (const [i, item] of items.entries()) {
      const at = `${path}.${s}.items.${i}`;
      if (keys.has(item.key))
        problems.push({ path: `${at}.key`, code: 'TWICE', message: `${item.key} is in it already.` });
      keys.add(item.key);
      problems.push(...problemsOf(item, at));
    }
  if (keys.size > MOST_ITEMS)
    problems.push({ path, code: 'TOO_MANY', message: `A template has at most ${MOST_ITEMS} items.` });
  if (problems.length) throw badInput(problems);
  return given.map(({ name, items }) => ({ name: name.trim(), items: items.map(itemOf) }));
}

function problemsOf(item: InspectionTemplateItemInput, at: string): FieldProblem[] {
  const problem = (field: string, code: string, message: string) => ({
    path: `${at}.${field}`,
    code,
    message,
  });
  const isMeasure = item.kind === InspectionItemKind.MEASURE;
  const wrong = isMeasure
    ? NEEDED.filter((field) => !item[field]).map((field) =>
        problem(field, 'REQUIRED', 'A measure has a unit and limits.'),
      )
    : OF_MEASURES.filter((field) => item[field] != null).map((field) =>
        problem(field, 'NOT_A_MEASURE', 'Only a measure has this.'),
      );
  if (item.expected != null && item.kind !== InspectionItemKind.YES_NO)
    wrong.push(problem('expected', 'NOT_A_QUESTION', 'Only a question of yes or no has this.'));
  if (isMeasure && wrong.length === 0)
    for (const field of outOfOrder(item)) wrong.push(problem(field, 'ORDER', 'The limits are not in order.'));
  return wrong;
}

function outOfOrder(item: InspectionTemplateItemInput): string[] {
  const present = LIMITS.filter((field) => item[field] != null);
  return present.filter((field, n) => {
    const before = present[n - 1];
    if (!before) return false;
    const [last, next] = [new Decimal(item[before]!), new Decimal(item[field]!)];
    return last.gt(next) || (field === 'maximum' && new Decimal(item.minimum!).gte(next));
  });
}

const plain = (text: string | null | undefined): string | null =>
  text == null ? null : new Decimal(text).toFixed();

const itemOf = (item: InspectionTemplateItemInput): InspectionTemplateItem => ({
  key: item.key,
  name: item.name.trim(),
  kind: item.kind,
  required: item.required,
  unit: item.unit?.trim() ?? null,
  minimum: plain(item.minimum),
  maximum: plain(item.maximum),
  urgentBelow: plain(item.urgentBelow),
  attentionBelow: plain(item.attentionBelow),
  attentionAbove: plain(item.attentionAbove),
  urgentAbove: plain(item.urgentAbove),
  expected: item.expected ?? null,
});

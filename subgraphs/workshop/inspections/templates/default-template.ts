import { sql } from '../../../../shared/database/sql';
import type { Transaction } from '../../../../shared/database/transaction';
import { newId } from '../../../../shared/ids';
import { InspectionItemKind } from '../inspection.enums';
import { ITEMS, NAME, SECTIONS, wordsIn } from './default-template.texts';
import type { InspectionTemplateItem, InspectionTemplateSection } from './inspection-template.entity';

type Key = keyof typeof ITEMS;
type Limits = Partial<Omit<InspectionTemplateItem, 'key' | 'name' | 'kind'>>;

/** The law of most countries asks for 1.6 mm of tread; below 3 mm a tyre is poor on a wet road. */
const TREAD: Limits = { unit: 'mm', minimum: '0', maximum: '20', urgentBelow: '1.6', attentionBelow: '3' };
const PADS: Limits = { unit: 'mm', minimum: '0', maximum: '25', urgentBelow: '2', attentionBelow: '4' };
/** Twelve volts or twenty-four; a lead battery of twelve is flat below 11.8. */
const BATTERY: Limits = {
  unit: 'V',
  minimum: '0',
  maximum: '60',
  urgentBelow: '11.8',
  attentionBelow: '12.4',
};

const PLAN: Readonly<Record<keyof typeof SECTIONS, readonly Key[]>> = {
  OUTSIDE: ['BODYWORK', 'WINDSCREEN', 'WIPERS', 'LIGHTS_FRONT', 'LIGHTS_REAR'],
  TYRES: [
    'TREAD_FRONT_LEFT',
    'TREAD_FRONT_RIGHT',
    'TREAD_REAR_LEFT',
    'TREAD_REAR_RIGHT',
    'TYRES',
    'SPARE_WHEEL',
  ],
  BRAKES: ['PADS_FRONT', 'PADS_REAR', 'DISCS', 'BRAKE_FLUID', 'PARKING_BRAKE'],
  ENGINE: ['ENGINE_OIL', 'COOLANT', 'BELTS', 'AIR_FILTER', 'BATTERY'],
  UNDERNEATH: ['SUSPENSION', 'STEERING', 'EXHAUST', 'LEAKS'],
  INSIDE: ['WARNING_LIGHTS', 'SEAT_BELTS', 'HORN', 'AIR_CONDITIONING', 'ROAD_TEST'],
};

const MEASURES: Partial<Record<Key, Limits>> = {
  TREAD_FRONT_LEFT: TREAD,
  TREAD_FRONT_RIGHT: TREAD,
  TREAD_REAR_LEFT: TREAD,
  TREAD_REAR_RIGHT: TREAD,
  PADS_FRONT: PADS,
  PADS_REAR: PADS,
  BATTERY,
};
const QUESTIONS: ReadonlySet<Key> = new Set<Key>(['LEAKS', 'WARNING_LIGHTS']);
const WORDS: ReadonlySet<Key> = new Set<Key>(['ROAD_TEST']);

const NOTHING = {
  unit: null,
  minimum: null,
  maximum: null,
  urgentBelow: null,
  attentionBelow: null,
  attentionAbove: null,
  urgentAbove: null,
  expected: null,
};

function itemOf(key: Key, name: string): InspectionTemplateItem {
  const { MEASURE, YES_NO, TEXT, CONDITION } = InspectionItemKind;
  const limits = MEASURES[key];
  if (limits) return { ...NOTHING, key, name, kind: MEASURE, required: true, ...limits };
  if (QUESTIONS.has(key)) return { ...NOTHING, key, name, kind: YES_NO, required: true, expected: false };
  if (WORDS.has(key)) return { ...NOTHING, key, name, kind: TEXT, required: false };
  return { ...NOTHING, key, name, kind: CONDITION, required: true };
}

/** A multi-point check, in the language of the locale. */
export function defaultTemplate(locale: string): { name: string; sections: InspectionTemplateSection[] } {
  const say = wordsIn(locale);
  const sections = Object.entries(PLAN).map(([section, keys]) => ({
    name: say(SECTIONS[section as keyof typeof SECTIONS]),
    items: keys.map((key) => itemOf(key, say(ITEMS[key]))),
  }));
  return { name: say(NAME), sections };
}

/** Whoever comes first makes it: the job for a new organisation, or somebody who asks for templates and finds none. */
export async function ensureTemplate(tx: Transaction, locale: string): Promise<void> {
  const { name, sections } = defaultTemplate(locale);
  await tx.query(sql`insert into workshop.inspection_template
      (organisation_id, id, version, created_at, updated_at, name, active, sections)
    select ${tx.organisationId}, ${newId()}::uuid, 1, ${tx.now}::timestamptz, ${tx.now}::timestamptz, ${name}, true,
      ${JSON.stringify(sections)}::jsonb
    where not exists (select from workshop.inspection_template t where t.organisation_id = ${tx.organisationId})
    on conflict do nothing`);
}

import { registerEnumType } from 'type-graphql';
import { NotificationChannel } from '../channels';
import { type KindName, kindOf } from './catalogue';
import { type AmountFact, FACTS, type Fact } from './facts';
import { EN } from './texts/en';
import { IT } from './texts/it';
import type { Language, Word } from './texts/language';
import { SW } from './texts/sw';

export enum MessageLanguage {
  EN = 'EN',
  IT = 'IT',
  SW = 'SW',
}
registerEnumType(MessageLanguage, {
  name: 'MessageLanguage',
  description: 'A language that there are texts in.',
  valuesConfig: {
    EN: { description: 'English; what is written in when there is no other.' },
    IT: { description: 'Italian.' },
    SW: { description: 'Swahili.' },
  },
});

export const MESSAGE_LANGUAGES = Object.values(MessageLanguage);
const LANGUAGES: Readonly<Record<MessageLanguage, Language>> = { EN, IT, SW };

/** `it-IT` → IT; English where there is no text in the language. */
export const languageOf = (locale: string): MessageLanguage =>
  MESSAGE_LANGUAGES.find((each) => each === locale.split('-')[0]!.toUpperCase()) ?? MessageLanguage.EN;

/** A subject is for e-mail, and the title of a notification. */
export interface Text {
  subject: string | null;
  body: string;
}

/** Three parts of a text message, in letters that want two bytes each seven: what one costs stays bounded. */
export const LONGEST_SMS = 480;
export const LONGEST_SUBJECT = 200;
const LONGEST: Readonly<Record<NotificationChannel, number>> = {
  IN_APP: 1_000,
  EMAIL: 20_000,
  SMS: LONGEST_SMS,
  WHATSAPP: 1_600,
};
export const longestBody = (channel: NotificationChannel): number => LONGEST[channel];

export const hasSubject = (channel: NotificationChannel): boolean =>
  channel === NotificationChannel.EMAIL || channel === NotificationChannel.IN_APP;

export function builtInText(name: KindName, channel: NotificationChannel, language: MessageLanguage): Text {
  const { kinds, letter } = LANGUAGES[language];
  const { subject, text } = kinds[name];
  switch (channel) {
    case NotificationChannel.EMAIL:
      return { subject, body: letter(text) };
    case NotificationChannel.IN_APP:
      return { subject, body: text };
    default:
      return { subject: null, body: `{{organisation}}: ${text}` };
  }
}

export function placeholdersOf(name: KindName): string[] {
  const { facts, given = [] } = kindOf(name);
  return [
    ...new Set([
      'organisation',
      'centre',
      'name',
      ...facts.flatMap((fact) => FACTS[fact].placeholders),
      ...given,
    ]),
  ];
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

export const namedIn = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map(([, name]) => name!);

export interface Reading {
  locale: string;
  timeZone: string;
}

/** Values go in as they are: whatever stands in a name, it is not looked at again. */
export function fill(
  { subject, body }: Text,
  channel: NotificationChannel,
  facts: Readonly<Record<string, Fact>>,
  reading: Reading,
): Text {
  const said = (text: string) =>
    text.replace(PLACEHOLDER, (_, name: string) =>
      Object.hasOwn(facts, name) ? sayFact(facts[name]!, reading) : '',
    );
  const line = subject === null ? null : cut(said(subject).replace(/\s+/g, ' '), LONGEST_SUBJECT);
  return { subject: line, body: cut(said(body), LONGEST[channel]) };
}

function sayFact(fact: Fact, { locale, timeZone }: Reading): string {
  if (typeof fact === 'string') return fact;
  if (fact instanceof Date)
    return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short', timeZone }).format(fact);
  if ('day' in fact) return sayDay(fact.day, locale);
  if ('amount' in fact) return sayAmount(fact, locale);
  const { words } = LANGUAGES[languageOf(locale)];
  return words[fact.word as Word] ?? words.OTHER;
}

const sayDay = (day: string, locale: string): string =>
  day && new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** With the decimals that the amount has: how prices are usually shown is another matter. */
function sayAmount({ amount, currency }: AmountFact, locale: string): string {
  const digits = amount.split('.')[1]?.length ?? 0;
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(amount as Intl.StringNumericLiteral);
}

/** By whole characters: half of one is none. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

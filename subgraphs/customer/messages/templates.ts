import { ENGLISH } from './texts.en';
import { ITALIAN } from './texts.it';
import { SWAHILI } from './texts.sw';

/** What the messages that sign somebody in are made of; kinds/catalogue.ts has all others. */
export interface TemplateVariables {
  /** Somebody asked for a new password. */
  PASSWORD_RESET: { organisation: string; link: string };
  /** Staff or a customer is invited to make an account. */
  INVITATION: { organisation: string; name: string; link: string };
  /** Somebody registers with this address: the link shows that it is theirs. */
  REGISTRATION: { organisation: string; link: string };
  /** Somebody registered with an address that has an account already. */
  REGISTRATION_NOTICE: { organisation: string };
}

export type TemplateName = keyof TemplateVariables;

export interface MessageText {
  subject: string;
  mail: string;
  /** Short, and without what a text message cannot hold. */
  sms: string;
}

export type Texts = { [T in TemplateName]: (variables: TemplateVariables[T]) => MessageText };

const LANGUAGES: Record<string, Texts> = { en: ENGLISH, it: ITALIAN, sw: SWAHILI };

/** The text in the language of the locale (`it-IT`), or in English where there is none. */
export function textOf<T extends TemplateName>(
  template: T,
  locale: string,
  variables: TemplateVariables[T],
): MessageText {
  const language = LANGUAGES[locale.split('-')[0]!.toLowerCase()] ?? ENGLISH;
  return language[template](variables);
}

import type { KindName } from '../catalogue';

/** One kind in one language, with `{{placeholders}}`. The text goes into messages and notifications alike. */
export interface KindText {
  subject: string;
  text: string;
}

export const WORDS = ['YOUR_VEHICLE', 'MOT', 'SERVICE', 'TAX', 'INSURANCE', 'OTHER', 'SOON'] as const;
export type Word = (typeof WORDS)[number];

export interface Language {
  kinds: Readonly<Record<KindName, KindText>>;
  words: Readonly<Record<Word, string>>;
  /** What stands around the text in an e-mail. */
  letter(text: string): string;
}

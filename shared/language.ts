/** The languages that the program has its own words in. */
export type Language = 'en' | 'it' | 'sw';

/** What there is in the language of a locale such as `it-IT`; in English where there is nothing. */
export function inLanguage<T>(texts: Readonly<Record<Language, T>>, locale: string): T {
  const [language = ''] = locale.toLowerCase().split('-');
  return Object.hasOwn(texts, language) ? texts[language as Language] : texts.en;
}

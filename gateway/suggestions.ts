/** An error's message without the names of the schema that come near a mistake. */
export const withoutSuggestion = (message: string): string => message.replace(/ ?Did you mean .+\?$/, '');

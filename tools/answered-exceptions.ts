/** Coordinates that no test can be asked to see answered, each with the reason. */
export const NEVER_ANSWERED: Readonly<Record<string, string>> = {};

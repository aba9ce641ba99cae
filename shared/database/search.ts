/** `%part%` for LIKE, with the part's own wildcards taken literally. */
export const likePattern = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

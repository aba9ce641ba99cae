/** Tells whoever started the benchmark what it is at. */
export type Say = (line: string) => void;

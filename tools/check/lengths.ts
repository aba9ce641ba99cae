import { isGenerated, type ProjectFile } from './project-files';

/** A file that grows past this wants to be two. */
const MOST_LINES = 400;

export const longFiles = (files: readonly ProjectFile[]): string[] =>
  files
    .filter(({ path, lines }) => !isGenerated(path) && lines.length - 1 >= MOST_LINES)
    .map(({ path, lines }) => `${path}: ${lines.length - 1} lines; fewer than ${MOST_LINES} are allowed`);

import { join } from 'node:path';

/** Compiled, this file is two folders below the project's. */
export const ROOT = join(__dirname, '../..');
export const BENCH = join(ROOT, 'bench');
export const PROGRAM = join(ROOT, 'dist', 'main.js');

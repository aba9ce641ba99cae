import { DASHBOARD } from './dashboard';
import { FINANCIAL } from './financial';
import { INVENTORY } from './inventory';
import type { Question } from './question';
import { SALES } from './sales';
import { SERVICE } from './service';

export const QUESTIONS: readonly Question[] = [...SERVICE, ...SALES, ...INVENTORY, ...FINANCIAL, DASHBOARD];

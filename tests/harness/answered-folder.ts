import { join } from 'node:path';

/** Where the test files leave which coordinates they asserted; emptied when a run begins. */
export const ANSWERED_FOLDER = join(__dirname, '../../coverage/answered');

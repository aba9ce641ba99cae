import { readFileSync } from 'node:fs';

/** More than that is no accident. */
const MOST = 2;

/** The files of jest's report that failed, when they are few enough to be run once more (docs/adr/0053-once-more.md). */
const { testResults, wasInterrupted } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const failed = testResults.filter(({ status }) => status === 'failed').map(({ name }) => name);
if (!wasInterrupted && failed.length <= MOST) for (const name of failed) console.log(name);

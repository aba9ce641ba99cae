import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const SHOWN = 8;

/** The first lines of a failure that say something, and the line of the tests that it happened in. */
function excerpt(message = '') {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => line.trim());
  const where = lines.slice(SHOWN).find((line) => /^\s+at .*\.test\.ts:/.test(line)) ?? [];
  return lines
    .slice(0, SHOWN)
    .concat(where)
    .map((line) => `    ${line.trim().slice(0, 160)}`)
    .join('\n');
}

/**
 * Sums jest's reports into the line that .ci/run ends with; fails when a test failed, was skipped, or none ran. What
 * failed is named once more before it: the end of a log is what is read, and often all that is kept of it.
 */
const reports = process.argv.slice(2).flatMap((file) => {
  try {
    return [JSON.parse(readFileSync(file, 'utf8'))];
  } catch {
    return [];
  }
});
const sum = (count) => reports.reduce((total, report) => total + count(report), 0);

const passed = sum((report) => report.numPassedTests);
// A file that could not even be loaded has no tests to count; it is one that failed.
const failed = sum((report) => report.numFailedTests + report.numRuntimeErrorTestSuites);
const skipped = sum((report) => report.numPendingTests + report.numTodoTests + report.numPendingTestSuites);
for (const file of reports.flatMap((report) => report.testResults)) {
  const name = relative(process.cwd(), file.name);
  const broken = file.assertionResults.filter((test) => test.status === 'failed');
  for (const test of broken)
    console.log(`Failed: ${name}: ${test.fullName}\n${excerpt(test.failureMessages[0])}`);
  if (file.status === 'failed' && !broken.length) console.log(`Failed: ${name}\n${excerpt(file.message)}`);
}
if (skipped) console.log(`Skipped: ${skipped}. Nothing may be.`);
console.log(`${passed} passed, ${failed} failed`);
if (failed || skipped || passed === 0 || reports.some((report) => !report.success)) process.exitCode = 1;

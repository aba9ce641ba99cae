import { readFileSync } from 'node:fs';

/** Sums jest's reports into the one line that .ci/run ends with; fails when a test failed, was skipped, or none ran. */
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
if (skipped) console.log(`Skipped: ${skipped}. Nothing may be.`);
console.log(`${passed} passed, ${failed} failed`);
if (failed || skipped || passed === 0 || reports.some((report) => !report.success)) process.exitCode = 1;

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const SHOWN = 8;
const AGAIN = '.again.json';

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

const reportOf = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
};

const testsOf = (file, status) => file.assertionResults.filter((test) => test.status === status);

function tell(word, file) {
  const name = relative(process.cwd(), file.name);
  const broken = testsOf(file, 'failed');
  for (const test of broken)
    console.log(`${word}: ${name}: ${test.fullName}\n${excerpt(test.failureMessages[0])}`);
  if (!broken.length) console.log(`${word}: ${name}\n${excerpt(file.message)}`);
}

/**
 * Sums jest's reports into the line that .ci/run ends with; fails when a test failed, was skipped, or none ran. What
 * failed is named once more before it: the end of a log is what is read, and often all that is kept of it. A file that
 * was run once more counts as it was the second time (`one.again.json` beside `one.json`).
 */
const files = [];
let interrupted = false;
for (const path of process.argv.slice(2).filter((given) => !given.endsWith(AGAIN))) {
  const first = reportOf(path);
  if (!first) continue;
  interrupted ||= first.wasInterrupted;
  const second = new Map(
    (reportOf(path.replace(/\.json$/, AGAIN))?.testResults ?? []).map((file) => [file.name, file]),
  );
  for (const file of first.testResults) {
    const counted = second.get(file.name) ?? file;
    files.push(counted);
    if (counted.status === 'failed') tell('Failed', counted);
    else if (counted !== file) tell('Unsteady', file);
  }
}

const sum = (count) => files.reduce((total, file) => total + count(file), 0);
const passed = sum((file) => testsOf(file, 'passed').length);
// A file that could not even be loaded has no tests to count; it is one that failed.
const failed = sum((file) => testsOf(file, 'failed').length || Number(file.status === 'failed'));
const skipped = sum((file) => testsOf(file, 'pending').length + testsOf(file, 'todo').length);
if (skipped) console.log(`Skipped: ${skipped}. Nothing may be.`);
console.log(`${passed} passed, ${failed} failed`);
if (failed || skipped || passed === 0 || interrupted) process.exitCode = 1;

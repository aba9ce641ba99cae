import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `.ci/run` makes of jest's reports. */
const ROOT = join(__dirname, '../..');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liftbay-totals-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Status = 'passed' | 'failed' | 'pending';

function report(name: string, files: Record<string, Status[]>, wasInterrupted = false): string {
  const testResults = Object.entries(files).map(([file, tests]) => ({
    name: join(ROOT, file),
    status: tests.includes('failed') || tests.length === 0 ? 'failed' : 'passed',
    message: 'It could not be loaded.',
    assertionResults: tests.map((status, at) => ({
      status,
      fullName: `test ${at}`,
      failureMessages: status === 'failed' ? ['Expected 1, received 2.'] : [],
    })),
  }));
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ testResults, wasInterrupted }));
  return path;
}

function run(script: string, ...paths: string[]) {
  const { status, stdout } = spawnSync(process.execPath, [`.ci/${script}`, ...paths], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, said: stdout.trim().split('\n').filter(Boolean) };
}

describe('the totals', () => {
  it('name what failed, and fail', () => {
    const one = report('one.json', { 'a.test.ts': ['passed', 'failed'], 'b.test.ts': [] });
    const { status, said } = run('totals.mjs', one);
    expect(status).toBe(1);
    expect(said).toContain('Failed: a.test.ts: test 1');
    expect(said).toContain('Failed: b.test.ts');
    expect(said.at(-1)).toBe('1 passed, 2 failed');
  });

  it('count what was run once more as it was the second time, and say that it was unsteady', () => {
    const one = report('one.json', { 'a.test.ts': ['passed', 'failed'], 'b.test.ts': ['passed'] });
    const again = report('one.again.json', { 'a.test.ts': ['passed', 'passed'] });
    const eight = report('eight.json', { 'a.test.ts': ['passed', 'passed'] });
    const { status, said } = run('totals.mjs', eight, again, one);
    expect(status).toBe(0);
    expect(said).toContain('Unsteady: a.test.ts: test 1');
    expect(said.at(-1)).toBe('5 passed, 0 failed');
  });

  it('fail when it failed twice', () => {
    const one = report('one.json', { 'a.test.ts': ['failed', 'passed'] });
    const again = report('one.again.json', { 'a.test.ts': ['passed', 'failed'] });
    const { status, said } = run('totals.mjs', again, one);
    expect(status).toBe(1);
    expect(said).toContain('Failed: a.test.ts: test 1');
  });

  it.each([
    ['a test was skipped', { 'a.test.ts': ['passed', 'pending'] as Status[] }, false],
    ['none ran', {}, false],
    ['the run was interrupted', { 'a.test.ts': ['passed'] as Status[] }, true],
  ])('fail when %s', (_what, files, interrupted) => {
    expect(run('totals.mjs', report('one.json', files, interrupted)).status).toBe(1);
  });
});

describe('once more', () => {
  it('run those that failed, when they are two at most', () => {
    const two = report('one.json', { 'a.test.ts': ['failed'], 'b.test.ts': [], 'c.test.ts': ['passed'] });
    expect(run('once-more.mjs', two).said).toEqual([join(ROOT, 'a.test.ts'), join(ROOT, 'b.test.ts')]);
    const three = report('one.json', { 'a.test.ts': ['failed'], 'b.test.ts': [], 'c.test.ts': ['failed'] });
    expect(run('once-more.mjs', three).said).toEqual([]);
  });

  it('not after an interruption', () => {
    expect(run('once-more.mjs', report('one.json', { 'a.test.ts': ['failed'] }, true)).said).toEqual([]);
  });
});

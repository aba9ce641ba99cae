import { hash } from '@node-rs/argon2';
import { passwordProblems } from '../../../shared/security/password-policy';
import { hashPassword, needsRehash, verifyPassword } from '../../../shared/security/passwords';
import { Semaphore } from '../../../shared/semaphore';
import { timesAsLong } from '../../harness/durations';

describe('password hashes', () => {
  it('are argon2id with the recommended cost, salted, and open for the right password only', async () => {
    const stored = await hashPassword('correct horse battery');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashPassword('correct horse battery')).not.toBe(stored);
    expect(await verifyPassword(stored, 'correct horse battery')).toBe(true);
    expect(await verifyPassword(stored, 'correct horse batterz')).toBe(false);
    expect(await verifyPassword(stored, '')).toBe(false);
  });

  it('do not depend on how a keyboard spells an accent', async () => {
    const stored = await hashPassword('caf\u00e9 noir complet');
    expect(await verifyPassword(stored, 'cafe\u0301 noir complet')).toBe(true);
  });

  it('take as long to refuse where there is no account as where there is', async () => {
    const stored = await hashPassword('correct horse battery');
    const refuse = async (against: string | null) =>
      expect(await verifyPassword(against, 'wrong horse battery')).toBe(false);
    const ratio = await timesAsLong(
      () => refuse(null),
      () => refuse(stored),
      [0.7, 1.4],
    );
    expect(ratio).toBeGreaterThan(0.7);
    expect(ratio).toBeLessThan(1.4);
  });

  it('ask to be made again when they are of another cost or algorithm', async () => {
    expect(needsRehash(await hashPassword('correct horse battery'))).toBe(false);
    const cheap = { memoryCost: 8192, timeCost: 1, parallelism: 1 };
    const stored = await hash('correct horse battery', cheap);
    expect(needsRehash(stored)).toBe(true);
    expect(await verifyPassword(stored, 'correct horse battery')).toBe(true);
    expect(needsRehash(await hash('x', { memoryCost: 19_456, timeCost: 2, algorithm: 1 }))).toBe(true);
  });

  it('let a burst wait in line and turn away what is beyond it, at once', async () => {
    const stored = await hashPassword('correct horse battery');
    const results = await Promise.allSettled(
      Array.from({ length: 300 }, () => verifyPassword(stored, 'correct horse battery')),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(50);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: 'RATE_LIMITED' });
    const answered = results.filter((result) => result.status === 'fulfilled');
    expect(answered.every(({ value }) => value)).toBe(true);
  });
});

describe('Semaphore', () => {
  it('never has more at work than it has slots, and goes on in order after a failure', async () => {
    const semaphore = new Semaphore(2, 100);
    let atWork = 0;
    let most = 0;
    const order: number[] = [];
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        semaphore.run(async () => {
          atWork += 1;
          most = Math.max(most, atWork);
          await new Promise(setImmediate);
          atWork -= 1;
          order.push(index);
          if (index % 5 === 0) throw new Error('this one fails');
        }),
      ),
    );
    expect(most).toBe(2);
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(4);
    await expect(semaphore.run(async () => 'still working')).resolves.toBe('still working');
  });
});

describe('passwordProblems', () => {
  const codes = (password: string, owner = {}) => passwordProblems(password, owner).map(({ code }) => code);

  it.each([
    'correct horse battery',
    'Xk7#mQ9!vb',
    'zsiráf-és-köd',
    'dragon 8236 4417 9902',
    '日本語の長い合言葉です',
  ])('takes %s', (password) =>
    expect(codes(password, { email: 'anna.kiss@example.com', name: 'Anna Kiss' })).toEqual([]),
  );

  it.each([
    ['short', 'TOO_SHORT'],
    ['123456789', 'TOO_SHORT'],
    ['🚗🚗🚗🚙🚗', 'TOO_SHORT'],
    ['a'.repeat(150) + 'b'.repeat(51), 'TOO_LONG'],
    ['zzzzzzzzzzzz', 'REPEATED_CHARACTER'],
    ['1234567890', 'TOO_COMMON'],
    ['qwertyuiop', 'TOO_COMMON'],
    ['Password123', 'TOO_COMMON'],
    ['P@ssw0rd2026!', 'TOO_COMMON'],
    ['passwordpassword', 'TOO_COMMON'],
    ['Summer2026!', 'TOO_COMMON'],
    ['administrator', 'TOO_COMMON'],
  ])('refuses %s as %s', (password, code) => {
    expect(codes(password)).toContain(code);
  });

  it('refuses what everybody knows of the owner, in any case', () => {
    const owner = { email: 'Anna.Kiss@example.com', name: 'Anna Kissné Tóth' };
    expect(codes('my ANNA.KISS login', owner)).toContain('CONTAINS_EMAIL');
    expect(codes('garage of kissné', owner)).toEqual(['CONTAINS_NAME']);
    expect(codes('garage of somebody', owner)).toEqual([]);
  });

  it('does not mind a very short local part or an owner without either', () => {
    expect(codes('channel manning', { email: 'ann@example.com', name: 'Ann Li' })).toEqual([]);
    expect(codes('channel manning', { email: null, name: null })).toEqual([]);
  });

  it('says each problem with a message', () => {
    expect(passwordProblems('aaa')).toEqual([
      { code: 'TOO_SHORT', message: 'Use at least 10 characters.' },
      { code: 'REPEATED_CHARACTER', message: 'Use more than one character over and over.' },
    ]);
  });
});

import { duringMatcher, expected, flushAsserted } from './answered';
import { ANSWERED_FOLDER } from './answered-folder';

/** Wraps `expect` so that the answers of the graph learn what was asserted about them. */
const original = expect;

function watchMatchers<T extends object>(matchers: T): T {
  return new Proxy(matchers, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member === 'function')
        return (...args: unknown[]) =>
          duringMatcher(() => (member as (...a: unknown[]) => unknown).apply(target, args));
      return typeof member === 'object' && member !== null ? watchMatchers(member) : member;
    },
  });
}

const watched = new Proxy(original, {
  apply(target, self, args: unknown[]) {
    expected(args[0]);
    return watchMatchers(Reflect.apply(target, self, args) as object);
  },
});
Object.assign(globalThis, { expect: watched });

afterAll(() => flushAsserted(ANSWERED_FOLDER));

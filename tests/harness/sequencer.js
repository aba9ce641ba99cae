const { relative } = require('node:path');
const { default: TestSequencer } = require('@jest/test-sequencer');

/** What takes minutes, the longest first: begun last, one core works on it alone while the other has nothing to do. */
const LONGEST = ['tests/security/permissions.test.ts', 'tests/security/tenants-mutations.test.ts'];

/** As Jest orders them, which knows from earlier runs how long each takes, and in a fresh clone nothing. */
module.exports = class extends TestSequencer {
  async sort(tests) {
    const place = ({ path, context }) => {
      const found = LONGEST.indexOf(relative(context.config.rootDir, path));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(tests)).sort((a, b) => place(a) - place(b));
  }
};

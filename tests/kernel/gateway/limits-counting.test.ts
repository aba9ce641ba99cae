import { parse } from 'graphql';
import { naiveSize } from './limits-naive';
import { measure } from './limits-schema';
import { randomDocument } from './random-documents';

const SEEDS = 400;
const VARIABLES = { yes: true, no: false };

describe('counting without writing fragments out', () => {
  it(`agrees with writing them out, over ${SEEDS} generated documents`, () => {
    let largest = 0;
    let spreads = 0;
    for (let seed = 1; seed <= SEEDS; seed++) {
      const source = randomDocument(seed);
      const { introspectionLists, ...counted } = measure(source, { variables: VARIABLES });
      const expected = naiveSize(parse(source), { size: 12, ...VARIABLES });
      expect({ seed, introspectionLists, ...counted }).toEqual({ seed, introspectionLists: 0, ...expected });
      largest = Math.max(largest, counted.cost);
      spreads += source.split('...F').length - 1;
    }
    // The generator is worth something only while its documents are.
    expect(largest).toBeGreaterThan(10_000);
    expect(spreads).toBeGreaterThan(SEEDS);
  });

  it('counts fragments that double a thousand times, at once and without losing the count to infinity', () => {
    const doubling = Array.from(
      { length: 1_100 },
      (_, i) => `fragment F${1_100 - i} on Query { ...F${1_099 - i} ...F${1_099 - i} @note }`,
    ).join(' ');
    const source = `{ ${Array.from({ length: 12 }, (_, i) => `...F${(i + 1) * 90}`).join(' ')} }
      ${doubling} fragment F0 on Query { a: me { name } search @include(if: true) { __typename } }`;
    const started = performance.now();
    const size = measure(source);
    expect(performance.now() - started).toBeLessThan(5_000);
    const most = Number.MAX_SAFE_INTEGER;
    expect(size).toMatchObject({ depth: 2, aliases: most, rootFields: most, directives: most, cost: most });
  });
});

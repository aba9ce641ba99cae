import { median, percentile, spread } from '../../bench/report/statistics';

describe('statistics of a run', () => {
  it('take the middle, or between the two in the middle, in whatever order they come', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([10, 4, 1, 2])).toBe(3);
    expect(median([7])).toBe(7);
  });

  it('give the value that so many in a hundred do not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect([50, 95, 99, 100].map((percent) => percentile(hundred, percent))).toEqual([50, 95, 99, 100]);
    expect(percentile([5, 9], 95)).toBe(9);
    expect(percentile([5, 9], 50)).toBe(5);
  });

  it('tell how far the rounds lay apart', () => {
    expect(spread([12, 10, 15])).toEqual({ median: 12, least: 10, most: 15 });
  });

  it('leave what they are given as it was', () => {
    const values = [3, 1, 2];
    spread(values);
    expect(values).toEqual([3, 1, 2]);
  });

  it('have nothing to say about nothing', () => {
    expect(() => median([])).toThrow(RangeError);
    expect(() => percentile([], 50)).toThrow(RangeError);
  });
});

import type { ContenderName } from '../../bench/contenders/contender';
import type { Figures } from '../../bench/measure/rounds';
import type { OperationName } from '../../bench/operations/operation';
import { goalLines } from '../../bench/report/goals';

const cell = (operation: OperationName, contender: ContenderName, perSecond: number): Figures[number] => ({
  ...{ operation, contender, perSecond },
  ...{ failed: 0, p50: 1, p95: 21, p99: 30, cpu: null, databaseCpu: null, resident: null, peak: null },
});

/** The line that begins a goal, without what it was found to be. */
const lineOf = (figures: Figures, goal: string) => goalLines(figures).find((line) => line.includes(goal));

describe('the goals of a run', () => {
  const figures = [
    ...[cell('board', 'one', 600), cell('board', 'stock', 100), cell('board', 'floor', 1500)],
    ...[cell('board', 'one', 900), cell('board', 'stock', 100), cell('board', 'floor', 1500)],
    ...[cell('board', 'one', 700), cell('board', 'stock', 200), cell('board', 'floor', 1500)],
    cell('search', 'one', 100),
  ];

  it('are met or not by the median of the rounds’ ratios', () => {
    expect(lineOf(figures, '6 times the stock')).toMatch(/^- \*\*met\*\*: .*\(6\.00\)$/);
    expect(lineOf(figures, '0.5 of the floor')).toMatch(/^- \*\*not met\*\*: .*\(0\.47\)$/);
  });

  it('are met or not by a time', () => {
    expect(lineOf(figures, 'within 20 ms')).toMatch(/^- \*\*not met\*\*: .*\(21\.00 ms\)$/);
  });

  it('are said to be not measured where they were not', () => {
    expect(lineOf(figures, 'thousandth page')).toMatch(/^- not measured: /);
  });
});

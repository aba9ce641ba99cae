import type { Cell } from '../measure/cell';
import { cellsOf, type Figures, type Of } from '../measure/rounds';
import { ratios } from './ratios';
import { median } from './statistics';

interface Goal {
  text: string;
  /** What the run says to it; null where it was not measured. */
  value(figures: Figures): number | null;
  met(value: number): boolean;
  unit?: string;
}

const ratio = (first: Of, second: Of) => (figures: Figures) => {
  const found = ratios(figures, first, second);
  return found && median(found);
};

const latency = (measured: Of, pick: (cell: Cell) => number) => (figures: Figures) => {
  const cells = cellsOf(figures, measured);
  return cells.length ? median(cells.map(pick)) : null;
};

const GOALS: readonly Goal[] = [
  {
    text: 'The board in one process: at least 0.5 of the floor',
    value: ratio(['board', 'one'], ['board', 'floor']),
    met: (value) => value >= 0.5,
  },
  {
    text: 'The board in one process: at least 6 times the stock gateway',
    value: ratio(['board', 'one'], ['board', 'stock']),
    met: (value) => value >= 6,
  },
  {
    text: 'The board in one process: ahead of Hive Gateway over the same subgraphs',
    value: ratio(['board', 'one'], ['board', 'hive']),
    met: (value) => value > 1,
  },
  {
    text: 'The board over HTTP: ahead of Hive Gateway over the same subgraphs',
    value: ratio(['board', 'many'], ['board', 'hive']),
    met: (value) => value > 1,
  },
  {
    text: 'The thousandth page: takes at most 1.3 times as long as the first',
    value: ratio(['firstPage', 'one'], ['thousandthPage', 'one']),
    met: (value) => value <= 1.3,
  },
  {
    text: 'Search with 16 clients: 95 of 100 within 20 ms',
    value: latency(['search', 'one'], (cell) => cell.p95),
    met: (value) => value < 20,
    unit: ' ms',
  },
  {
    text: '`createVehicle`: at least 0.3 of the same writes in plain SQL',
    value: ratio(['createVehicle', 'one'], ['createVehicle', 'floor']),
    met: (value) => value >= 0.3,
  },
];

export const goalLines = (figures: Figures): string[] =>
  GOALS.map(({ text, value, met, unit = '' }) => {
    const found = value(figures);
    if (found === null) return `- not measured: ${text}`;
    return `- ${met(found) ? '**met**' : '**not met**'}: ${text} (${found.toFixed(2)}${unit})`;
  });

import { type Block, GREY, HAIRLINE, type StackBlock, type TextStyle } from './blocks';

/** How our documents look: what several of them have. */

const SMALL = 7.5;

export const text = (said: string, style: TextStyle = {}): Block => ({ kind: 'text', text: said, ...style });

export const small = (said: string, style: TextStyle = {}): Block =>
  text(said, { size: SMALL, colour: GREY, ...style });

export const space = (height: number): Block => ({ kind: 'space', height });

/** Nothing of it where there are no blocks. */
export const together = (...blocks: Block[]): StackBlock => ({ kind: 'stack', blocks, together: true });

export const heading = (said: string): Block => text(said, { size: 10.5, bold: true });

/** A name above a value; a value that nobody knows is left out with its name. */
export function fact(name: string, value: string | null | undefined): Block[] {
  return value ? [small(name), text(value), space(3)] : [];
}

/** Facts in columns of the same width. */
export const facts = (...columns: Block[][]): Block => ({
  kind: 'columns',
  gap: 14,
  columns: columns.map((blocks) => ({ width: { share: 1 }, blocks })),
});

export interface Letterhead {
  /** Whether there is a picture called `logo`. */
  logo: boolean;
  name: string;
  lines: readonly string[];
}

/** Who the document is from, on the left; what it is, on the right. */
export function letterhead({ logo, name, lines }: Letterhead, right: readonly Block[]): Block {
  const mark: Block = logo
    ? { kind: 'image', name: 'logo', width: 170, height: 54 }
    : text(name, { size: 17, bold: true, lines: 3 });
  const sender = [
    mark,
    space(4),
    ...(logo ? [small(name, { bold: true })] : []),
    ...lines.map((line) => small(line)),
  ];
  return {
    kind: 'columns',
    gap: 20,
    columns: [
      { width: { share: 3 }, blocks: sender },
      { width: { share: 2 }, blocks: right },
    ],
  };
}

/** On top of further pages: what the document is and whose. */
export const runningHead = (document: string, sender: string): Block[] => [
  {
    kind: 'columns',
    gap: 10,
    columns: [
      { width: { share: 1 }, blocks: [small(document, { lines: 1 })] },
      { width: { share: 1 }, blocks: [small(sender, { lines: 1, align: 'right' })] },
    ],
  },
  space(3),
  { kind: 'rule' },
];

/** Lines to sign on, beside each other. */
export const signatures = (...labels: string[]): Block =>
  together(
    space(34),
    facts(
      ...labels.map((label): Block[] => [
        { kind: 'rule', colour: GREY, thickness: 0.7 },
        space(2),
        small(label),
      ]),
    ),
  );

/** Empty lines to write on. */
export const toWriteOn = (lines: number): Block[] =>
  Array.from({ length: lines }, (): Block[] => [space(19), { kind: 'rule', colour: HAIRLINE }]).flat();

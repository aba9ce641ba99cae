import { type Block, GREY } from '../../../../shared/pdf/blocks';

const square = (fill?: string): Block => ({
  kind: 'stack',
  blocks: [
    { kind: 'space', height: 2 },
    {
      kind: 'box',
      padding: 0,
      border: GREY,
      ...(fill ? { fill } : {}),
      blocks: [{ kind: 'space', height: 9 }],
    },
  ],
});

export const tickBox = square();
export const tickedBox = square(GREY);

import type { Parts } from '../../../shared/subgraph/parts';
import { forgetEvents } from './forget-events';
import { LiveCursorResolver } from './live-cursor.resolver';

/** The log of events, for those who follow it. */
export const liveParts = {
  resolvers: [LiveCursorResolver],
  clockwork: [forgetEvents],
} satisfies Parts;

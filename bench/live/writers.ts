import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../load/graph-client';

const CHANGE = `mutation ($id: ID!, $notes: String!) {
  updateJobCard(id: $id, input: { technicianNotes: $notes }) { id } }`;

export interface Writers {
  url: string;
  tokens: readonly string[];
  cards: readonly string[];
}

let written = 0;

/** One change of one card, which is one event. */
async function change({ url, tokens, cards }: Writers): Promise<void> {
  written += 1;
  const id = cards[written % cards.length]!;
  await ask(url, CHANGE, { id, notes: `Change ${written}` }, tokens[written % tokens.length]!);
}

/** So many changes, some at a time, as fast as they go. */
export async function changeMany(writers: Writers, many: number, atOnce: number): Promise<void> {
  let left = many;
  const write = async () => {
    while (left > 0) {
      left -= 1;
      await change(writers);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, write));
}

/**
 * Changes at an even pace, whether the ones before are answered or not. Tells how many were made: a program that has
 * too much to do refuses the rest.
 */
export async function changeAtPace(writers: Writers, perSecond: number, seconds: number): Promise<number> {
  const begun = performance.now();
  const open: Promise<boolean>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const due = begun + (n * 1000) / perSecond - performance.now();
    if (due > 1) await pause(due);
    open.push(change(writers).then(isMade, isRefused));
  }
  return (await Promise.all(open)).filter(Boolean).length;
}

const isMade = () => true;

const isRefused = (error: Error): false => {
  if (error.message.includes('"BUSY"')) return false;
  throw error;
};

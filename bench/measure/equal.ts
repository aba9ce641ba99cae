import { isDeepStrictEqual } from 'node:util';
import type { Contender } from '../contenders/contender';
import { askOnce } from '../load/drive';
import { postRequest } from '../load/request';
import type { Operation } from '../operations/operation';
import { ADVISORS } from '../seed/shops';

/** So many different calls of each operation are compared. */
const CALLS = 12;

/** Whoever answers something else is not measured: all do the same work, or the figures mean nothing. */
export async function requireEqualAnswers(
  contenders: readonly Contender[],
  operations: readonly Operation[],
): Promise<void> {
  const [ours, ...others] = contenders;
  for (const operation of operations)
    for (let n = 0; n < CALLS; n += 1) {
      const expected = await answerOf(ours!, operation, n);
      requireContent(operation, expected);
      for (const other of others) {
        const given = await answerOf(other, operation, n);
        if (!isDeepStrictEqual(given, expected)) throw different(operation, other, expected, given);
      }
    }
}

async function answerOf(contender: Contender, operation: Operation, n: number): Promise<unknown> {
  const { target, body } = contender.request(operation.call(n), n % ADVISORS);
  const { data } = (await askOnce(target, postRequest(target, body))) as { data: unknown };
  return operation.comparable ? operation.comparable(data) : data;
}

/** Nothing is equal to nothing, too: an answer without a single id shows that nothing was asked. */
function requireContent(operation: Operation, answer: unknown): void {
  if (!JSON.stringify(answer).includes('"id":'))
    throw new Error(`${operation.name} finds nothing: ${JSON.stringify(answer)}`);
}

function different(operation: Operation, other: Contender, expected: unknown, given: unknown): Error {
  const [ours, theirs] = [JSON.stringify(expected), JSON.stringify(given)];
  const at = [...ours].findIndex((sign, index) => sign !== theirs[index]);
  const around = (text: string) => text.slice(Math.max(0, at - 100), at + 200);
  return new Error(
    `${operation.name} of ${other.name} answers differently.\nExpected …${around(ours)}\nand not  …${around(theirs)}`,
  );
}

import { ReadsTogether } from '../../../shared/database/reads-together';
import { sql } from '../../../shared/database/sql';

const turn = () => new Promise((go) => setImmediate(go));

/** A database in which a statement leaves when the test says so. What is under way ends with the test. */
function reads() {
  const together = new ReadsTogether();
  const sent: { leave(): void; answer(rows: number[]): void; fail(): void }[] = [];
  const read = (organisation: string, id: number) =>
    together.read<number>(
      organisation,
      sql`select ${id}::integer`,
      (leaves) =>
        new Promise((answer, reject) => {
          sent.push({ leave: leaves, answer, fail: () => reject(new Error('gone')) });
        }),
    );
  return { read, sent };
}

test('the same that waits at the same moment is read once, and each has an answer of their own', async () => {
  const { read, sent } = reads();
  const asked = [read('a', 1), read('a', 1), read('a', 1)];
  expect(sent).toHaveLength(1);
  sent[0]!.leave();
  sent[0]!.answer([7]);
  const answers = await Promise.all(asked);
  expect(answers).toEqual([[7], [7], [7]]);
  expect(answers[0]).not.toBe(answers[1]);
});

test('another value or another organisation is another read, which leaves with the next turn', async () => {
  const { read, sent } = reads();
  const asked = [read('a', 1), read('a', 2), read('b', 1)];
  expect(sent).toHaveLength(1);
  await turn();
  expect(sent).toHaveLength(3);
  for (const [n, { answer }] of sent.entries()) answer([n]);
  expect(await Promise.all(asked)).toEqual([[0], [1], [2]]);
});

test('while another is under way, all that a turn brings is read together, and what comes later by itself', async () => {
  const { read, sent } = reads();
  const other = read('b', 9);
  const asked = [read('a', 1), read('a', 1)];
  await turn();
  sent[1]!.leave();
  asked.push(read('a', 1));
  await turn();
  expect(sent).toHaveLength(3);
  for (const [n, { answer }] of sent.entries()) answer([n]);
  expect(await Promise.all([other, ...asked])).toEqual([[0], [1], [1], [2]]);
});

test('what has left is joined by nobody: it may find what was before', async () => {
  const { read, sent } = reads();
  const before = read('a', 1);
  sent[0]!.leave();
  const after = read('a', 1);
  await turn();
  expect(sent).toHaveLength(2);
  sent[1]!.answer([2]);
  sent[0]!.answer([1]);
  expect(await Promise.all([before, after])).toEqual([[1], [2]]);
});

test('what fails before it leaves is over for all who waited, and for nobody else', async () => {
  const { read, sent } = reads();
  const failed = Promise.allSettled([read('a', 1), read('a', 1)]);
  sent[0]!.fail();
  expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  const again = read('a', 1);
  sent[1]!.answer([3]);
  expect(await again).toEqual([3]);
});

test('what has waited for company in vain leaves at once, until there is somebody it could have left with', async () => {
  const { read, sent } = reads();
  const asked = [read('a', 0)];
  const ask = (id: number) => {
    asked.push(read('a', id));
    return sent.length;
  };
  const allLeave = () => {
    for (const { leave } of sent) leave();
  };
  for (let id = 1; id <= 16; id += 1) {
    expect(ask(id)).toBe(id);
    await turn();
  }
  expect(ask(17)).toBe(18);
  allLeave();
  expect(ask(17)).toBe(19);
  allLeave();
  await turn();
  expect([ask(18), ask(18)]).toEqual([19, 19]);
  await turn();
  expect(sent).toHaveLength(20);
  for (const { answer } of sent) answer([1]);
  await Promise.all(asked);
});

import type { GraphAnswer, GraphClient } from '../harness/client';

export const CORE_RETURN = `id version createdAt updatedAt way quantity note deposit { amount currency } serviceCentre { id }
  part { id } jobCard { id } counterOrder { id } supplier { id } recordedBy { id }`;

export interface CoreReturn {
  id: string;
  way: string;
  jobCard: { id: string } | null;
  counterOrder: { id: string } | null;
}

type Answer = GraphAnswer<{ done: CoreReturn } | null>;

/** One, unless told otherwise. */
export const tryToRecordCore = (client: GraphClient, input: object): Promise<Answer> =>
  client.send(
    `mutation ($input: RecordCoreReturnInput!) { done: recordCoreReturn(input: $input) { ${CORE_RETURN} } }`,
    { input: { quantity: '1', ...input } },
  );

export async function recordCore(client: GraphClient, input: object): Promise<CoreReturn> {
  const { data, errors } = await tryToRecordCore(client, input);
  expect(errors).toEqual([]);
  return data!.done;
}

import type { DocumentNode, FormattedExecutionResult } from 'graphql';
import type { LiveCaller } from '../callers';
import type { OperationRequest } from '../operation-request';
import { refusedBy } from './refused';
import { type LiveParts, LiveSubscription } from './subscription';

/** An operation that came over a socket or as a stream, and may run. */
export interface Operation {
  document: DocumentNode;
  operationName: string | undefined;
  /** The answer of a query or a mutation, or what a subscription tells. */
  run(): Promise<FormattedExecutionResult> | LiveSubscription;
}

/** Throws `Refused`. */
export async function openOperation(
  parts: LiveParts,
  caller: LiveCaller,
  read: () => OperationRequest,
): Promise<Operation> {
  const { graph, log } = parts;
  try {
    const context = await caller.now();
    await graph.admit(context);
    const prepared = await graph.prepare(read(), context);
    const { document, type } = prepared.operation;
    const { operationName } = prepared.request;
    if (type !== 'subscription') {
      const answer = async () => JSON.parse((await graph.execute(prepared, await caller.now())).body);
      return { document, operationName, run: answer };
    }
    // What it tells later is not charged: a client cannot ask for it again and again.
    await graph.charge(prepared, context);
    const subscription = await LiveSubscription.open(parts, prepared, caller);
    return { document, operationName, run: () => subscription };
  } catch (error) {
    throw refusedBy(error, log);
  }
}

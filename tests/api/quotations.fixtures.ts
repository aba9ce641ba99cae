import type { GraphClient } from '../harness/client';
import { type Amount, type Buyer, buyer, labour } from './billing.fixtures';

export interface Quoted {
  id: string;
  version: number;
  number: string;
  status: string;
  expired: boolean;
  total: Amount;
  lines: { id: string }[];
}

export const QUOTED = 'id version number status expired total { minorUnits } lines { id }';

const mutation = (name: string, args: Record<string, string>): string => {
  const declared = Object.entries(args).map(([arg, type]) => `$${arg}: ${type}`);
  const passed = Object.keys(args).map((arg) => `${arg}: $${arg}`);
  return `mutation (${declared.join(', ')}) { ${name}(${passed.join(', ')}) { ${QUOTED} } }`;
};

const OF = { id: 'ID!', expectedVersion: 'Int' };
const LINE = { ...OF, lineId: 'ID!' };
export const QUOTE = {
  create: mutation('createQuotation', { input: 'CreateQuotationInput!' }),
  update: mutation('updateQuotation', { id: 'ID!', input: 'UpdateQuotationInput!' }),
  addLine: mutation('addQuotationLine', { ...OF, input: 'DocumentLineInput!' }),
  updateLine: mutation('updateQuotationLine', { ...LINE, input: 'UpdateDocumentLineInput!' }),
  removeLine: mutation('removeQuotationLine', LINE),
  approve: mutation('approveQuotation', OF),
  send: mutation('sendQuotation', { ...OF, notify: 'Boolean! = false' }),
  accept: mutation('acceptQuotation', { ...OF, reason: 'String' }),
  reject: mutation('rejectQuotation', { ...OF, reason: 'String' }),
  convert: mutation('convertQuotation', { id: 'ID!', to: 'QuotationConversionKind!' }),
};

type Step = keyof typeof QUOTE;

export const send = (client: GraphClient, step: Step, variables: Record<string, unknown>) =>
  client.send<Record<string, Quoted> | null>(QUOTE[step], variables);

export async function take(
  client: GraphClient,
  step: Step,
  variables: Record<string, unknown>,
): Promise<Quoted> {
  return Object.values(await client.ask<Record<string, Quoted>>(QUOTE[step], variables))[0]!;
}

export async function quote(
  client: GraphClient,
  input: Record<string, unknown> = {},
  who?: Buyer,
): Promise<Quoted> {
  const { customerId, vehicleId } = who ?? (await buyer(client));
  return take(client, 'create', { input: { customerId, vehicleId, lines: [labour()], ...input } });
}

const WAY: readonly Step[] = ['approve', 'send', 'accept'];

/** Written, and taken so far. */
export async function quotedTo(
  client: GraphClient,
  status: 'APPROVED' | 'SENT' | 'ACCEPTED',
  input: Record<string, unknown> = {},
  who?: Buyer,
): Promise<Quoted> {
  let quotation = await quote(client, input, who);
  for (const step of WAY) {
    if (quotation.status === status) break;
    quotation = await take(client, step, { id: quotation.id });
  }
  return quotation;
}

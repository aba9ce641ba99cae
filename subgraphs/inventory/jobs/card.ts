import { type Identity, requireOrganisation, requireReach } from '../../../shared/access/identity';
import { conflict, notFound } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';

/** A job card as the workshop knows it. */
export interface Card {
  id: string;
  status: string;
  serviceCentreId: string;
  customerId: string;
}

const OVER: ReadonlySet<string> = new Set(['COMPLETED', 'DELIVERED', 'CANCELLED']);

/** The card of a command, if it is one that they see and that this permission of theirs reaches. */
export async function requireCard(context: Context, id: string, permission: string): Promise<Card> {
  const [isTheirs, card] = await Promise.all([reaches(context, permission, id), readCard(context, id)]);
  if (!isTheirs || !card) throw notFound('Job card');
  const { status, serviceCentre, customer } = card;
  return { id, status, serviceCentreId: serviceCentre.id, customerId: customer.id };
}

/** Looked at within the command, so that who repeats one that went through hears what became of it. */
export function demandOpen({ status }: Card): void {
  if (OVER.has(status)) throw jobOver(status);
}

/** What was issued for a job that was called off comes back; what a completed one used is on its invoice. */
export function demandReturnable({ status }: Card): void {
  if (OVER.has(status) && status !== 'CANCELLED') throw jobOver(status);
}

export const jobOver = (status: string) =>
  conflict(`The job is ${status}: its parts do not change any more.`, { reason: 'JOB_OVER', status });

/** Whether the card is one of those that a permission reaches; cards that are asked about in one tick are asked for once. */
export const reaches = (context: Context, permission: string, cardId: string): Promise<boolean> =>
  context.batch(`job cards ${permission}`, cardId, (ids) => askWorkshop(context, permission, ids));

/** Whose a card is, is the workshop's to say: it is asked as the caller, with no more than both permissions reach. */
async function askWorkshop(context: Context, permission: string, ids: readonly string[]): Promise<boolean[]> {
  const { peers } = context.as(narrowed(context.identity, permission));
  const cards = await peers.entities<{ id: string }>('workshop', 'JobCard', [...ids], 'id');
  return cards.map((card) => card !== null);
}

function narrowed(identity: Identity, permission: string): Identity {
  const reach = [requireReach(identity, 'jobs:read'), requireReach(identity, permission)];
  return { ...identity, permissions: { 'jobs:read': reach.includes('own') ? 'own' : 'all' } };
}

interface Answer {
  status: string;
  serviceCentre: { id: string };
  customer: { id: string };
}

/** As the program: who may see a card need not be able to see its service centre. */
async function readCard(context: Context, id: string): Promise<Answer | null> {
  const { peers } = context.asSystem(requireOrganisation(context.identity));
  const [card] = await peers.entities<Answer>(
    'workshop',
    'JobCard',
    [id],
    'status serviceCentre { id } customer { id }',
  );
  return card ?? null;
}

import type { Transaction } from '../../../shared/database/transaction';
import { badField } from '../../../shared/errors';
import type { Context } from '../../../shared/subgraph/context';
import { whoActs } from '../sales/move-counter-order';
import { planSettlement, type Settlement, saysTheSame, settle } from './settle-claim';
import { requireSupplier } from './supplier';
import { emitClaimEvent } from './tell-claim';
import { WarrantyClaim } from './warranty-claim.entity';
import type { DecideWarrantyClaimInput } from './warranty-claim.input';
import { WarrantyClaimStatus, WarrantyDecision, warrantyClaimLifecycle } from './warranty-claim.lifecycle';
import { warrantyClaims, warrantyClaimsFor } from './warranty-claim.loader';

const decidable = warrantyClaimsFor('warrantyClaims:decide');

/** The same again: nothing happens. Accepted by another, or settled in another way: INVALID_TRANSITION. */
export async function decideWarrantyClaim(
  context: Context,
  id: string,
  input: DecideWarrantyClaimInput,
): Promise<WarrantyClaim> {
  const { decision, expectedVersion } = input;
  checkTogether(input);
  const before = await context.loadOrFail(decidable, id);
  const supplierId = await requireSupplier(context, input.supplierId);
  if (decision === WarrantyDecision.ACCEPTED && !supplierId && !before.supplierId)
    throw badField('input.supplierId', 'REQUIRED', 'Say which supplier stands for it.');
  const settlement =
    decision === WarrantyDecision.SETTLED ? await planSettlement(context, before, input) : null;
  await context.transaction(async (tx) => {
    const claim = await tx.lock(decidable, id, expectedVersion);
    const isSame = settlement
      ? saysTheSame(claim, settlement)
      : !supplierId || supplierId === claim.supplierId;
    if (claim.status === decision && isSame) return;
    warrantyClaimLifecycle.demand(claim.status, WarrantyClaimStatus[decision]);
    await decide(tx, claim, input, { supplierId, settlement });
  });
  return context.loadOrFail(warrantyClaims, id);
}

async function decide(
  tx: Transaction,
  claim: WarrantyClaim,
  { decision, reason }: DecideWarrantyClaimInput,
  { supplierId, settlement }: { supplierId: string | null; settlement: Settlement | null },
): Promise<void> {
  const patch = settlement
    ? await settle(tx, claim, settlement)
    : {
        supplierId: supplierId ?? undefined,
        refusedReason: reason?.trim() ?? null,
        decidedAt: tx.now,
        decidedById: whoActs(tx),
      };
  const status = WarrantyClaimStatus[decision];
  const changed = await tx.update(
    WarrantyClaim,
    claim,
    { ...patch, status },
    settlement ? 'settle' : 'decide',
  );
  emitClaimEvent(tx, settlement ? 'WarrantyClaimSettled' : 'WarrantyClaimDecided', changed);
}

/** A supplier is of what is accepted, a reason of what is refused, money or parts of what is settled. */
function checkTogether(input: DecideWarrantyClaimInput): void {
  const { decision, reason, supplierId, credit, replacement } = input;
  if (supplierId && decision !== WarrantyDecision.ACCEPTED)
    throw badField('input.supplierId', 'NOT_ACCEPTED', 'Who stands for it is said when it is accepted.');
  if (decision === WarrantyDecision.REFUSED && !reason)
    throw badField('input.reason', 'REQUIRED', 'Say why it is refused.');
  if (decision !== WarrantyDecision.REFUSED && reason)
    throw badField('input.reason', 'NOT_REFUSED', 'A reason is of what is refused.');
  if (decision === WarrantyDecision.SETTLED) {
    if (credit && replacement)
      throw badField(
        'input.replacement',
        'ONE_SETTLEMENT',
        'It is settled with money or with parts, not both.',
      );
    if (!credit && !replacement)
      throw badField('input.credit', 'REQUIRED', 'Say how it is settled: with money or with parts.');
  } else if (credit || replacement)
    throw badField(
      credit ? 'input.credit' : 'input.replacement',
      'NOT_SETTLED',
      'Money or parts are of what is settled.',
    );
}

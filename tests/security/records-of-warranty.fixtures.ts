import { recordCore } from '../api/core-returns.fixtures';
import { storeOf } from '../api/stock.fixtures';
import { claim, soldOver } from '../api/warranty.fixtures';
import type { Maker } from './records.fixtures';

/** Kinds of what is claimed from suppliers, and a line of an order with more pieces than anybody claims. */
export const WARRANTY_KINDS = ['warrantyClaim', 'soldLine', 'coreReturn'] as const;

/** Of a part of a job, opened by its owner. */
const warrantyClaim =
  (jobPart: () => Maker): Maker =>
  async (world, host, owner, place) => {
    if (owner && owner.role !== 'TECHNICIAN') return null;
    const jobPartId = await jobPart()(world, host, owner, place);
    return jobPartId && (await claim(owner?.client ?? host.client, { jobPartId }, 'id')).id;
  };

const soldLine: Maker = async (_, { client, centre, shop }, owner) => {
  if (owner) return null;
  const store = await storeOf(shop, shop.centres.indexOf(centre));
  return (await soldOver(client, { store }, '50', { serviceCentreId: centre })).counterOrderLineId;
};

const coreReturn: Maker = async (world, host, owner, place) => {
  const counterOrderLineId = await soldLine(world, host, owner, place);
  return counterOrderLineId && (await recordCore(host.client, { counterOrderLineId })).id;
};

export const warrantyMakers = (jobPart: () => Maker) => ({
  warrantyClaim: warrantyClaim(jobPart),
  soldLine,
  coreReturn,
});

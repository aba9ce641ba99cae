import { euro, ratesEntered } from '../api/billing.fixtures';
import { createPart } from '../api/parts.fixtures';
import { createSupplier } from '../api/purchasing.fixtures';
import { openWorkshop } from '../api/scheduling.fixtures';
import { stocked, storeOf } from '../api/stock.fixtures';
import type { TestGraph } from '../harness/graph';
import type { Member, Shop } from '../harness/shop';
import { type TypedClient, typed } from '../harness/typed';

/** A shop with its people at work: a bay, a store with brake pads and no discs, and a supplier. */
export interface Stage {
  shop: Shop;
  technician: Member;
  advisor: Member;
  receptionist: TypedClient;
  atTheDesk: TypedClient;
  manager: TypedClient;
  inTheWorkshop: TypedClient;
  /** A manager as well, who orders parts. */
  buyer: TypedClient;
  accountant: TypedClient;
  administrator: TypedClient;
  parts: { pads: string; discs: string };
  supplierId: string;
}

export async function setStage(graph: TestGraph): Promise<Stage> {
  const shop = await graph.shop();
  await ratesEntered(graph, shop);
  const { client } = shop.admin;
  const advisor = await shop.staff('ADVISOR');
  const technician = (await openWorkshop(shop, { bays: 1, technicians: 1 })).technicians[0]!;
  const seat = async (role: string) => typed((await shop.staff(role)).client);
  const pads = await stocked(client, await storeOf(shop), '4', { name: 'Brake pads', price: euro('40.00') });
  const discs = await createPart(client, { name: 'Brake disc', price: euro('55.00') });
  return {
    shop,
    technician,
    advisor,
    receptionist: await seat('RECEPTIONIST'),
    atTheDesk: typed(advisor.client),
    manager: await seat('MANAGER'),
    inTheWorkshop: typed(technician.client),
    buyer: await seat('MANAGER'),
    accountant: await seat('ACCOUNTANT'),
    administrator: typed(client),
    parts: { pads: pads.partId, discs: discs.id },
    supplierId: await createSupplier(client),
  };
}

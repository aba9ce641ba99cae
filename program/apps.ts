import type { SubgraphName } from '../shared/environment';
import type { SubgraphApp } from '../shared/subgraph/app';
import { billingApp } from '../subgraphs/billing/app';
import { customerApp } from '../subgraphs/customer/app';
import { inventoryApp } from '../subgraphs/inventory/app';
import { reportingApp } from '../subgraphs/reporting/app';
import { vehicleApp } from '../subgraphs/vehicle/app';
import { workshopApp } from '../subgraphs/workshop/app';

/** The six subgraphs. */
export const APPS: readonly SubgraphApp[] = [
  customerApp,
  vehicleApp,
  workshopApp,
  inventoryApp,
  billingApp,
  reportingApp,
];

export const appOf = (name: SubgraphName): SubgraphApp => APPS.find((app) => app.name === name)!;

import { organisationRecordsParts } from '../../shared/organisation-records/parts';
import { personalDataParts } from '../../shared/personal-data/parts';
import { joinParts } from '../../shared/subgraph/parts';
import { catalogueParts } from './catalogue/catalogue.parts';
import { coreParts } from './cores/cores.parts';
import { jobsParts } from './jobs/jobs.parts';
import { ordersParts } from './purchasing/orders/orders.parts';
import { requestsParts } from './purchasing/requests/requests.parts';
import { suppliersParts } from './purchasing/suppliers/suppliers.parts';
import { salesParts } from './sales/sales.parts';
import { salesPersonalData } from './sales/sales.personal-data';
import { stockParts } from './stock/stock.parts';
import { stocktakesParts } from './stock/stocktakes/stocktakes.parts';
import { transfersParts } from './stock/transfers/transfers.parts';
import { warrantyParts } from './warranty/warranty.parts';

export const inventoryApp = joinParts('inventory', [
  catalogueParts,
  stockParts,
  suppliersParts,
  requestsParts,
  ordersParts,
  transfersParts,
  stocktakesParts,
  jobsParts,
  salesParts,
  warrantyParts,
  coreParts,
  personalDataParts('inventory', salesPersonalData, 'CustomerErased'),
  organisationRecordsParts('inventory'),
]);

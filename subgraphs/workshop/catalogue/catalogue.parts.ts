import { conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { ServiceItem } from './service-item.entity';
import { serviceItemReference } from './service-item.reference';
import { ServiceItemResolver } from './service-item.resolver';

export const catalogueParts = {
  entities: [ServiceItem],
  resolvers: [ServiceItemResolver],
  references: [serviceItemReference],
  constraints: {
    service_item_code: () => conflict('Another service item has this code.', { field: 'code' }),
  },
} satisfies Parts;

import { badField, conflict } from '../../../shared/errors';
import type { Parts } from '../../../shared/subgraph/parts';
import { PartFitment } from './fitment.entity';
import { Part } from './part.entity';
import { partReference } from './part.reference';
import { PartResolver } from './part.resolver';

/** The parts that the shop knows, each once in the organisation. */
export const catalogueParts = {
  entities: [Part, PartFitment],
  resolvers: [PartResolver],
  references: [partReference],
  constraints: {
    part_sku: () => conflict('Another part has this number.', { field: 'sku' }),
    part_barcode: () => conflict('Another part has this barcode.', { field: 'barcode' }),
    part_replaced_by: () => badField('input.replacedById', 'UNKNOWN', 'There is no such part.'),
  },
} satisfies Parts;

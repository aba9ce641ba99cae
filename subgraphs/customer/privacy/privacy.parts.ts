import { personalDataParts } from '../../../shared/personal-data/parts';
import type { Parts } from '../../../shared/subgraph/parts';
import { assembleExportTask, forgetPartsTask } from './assemble-export.task';
import { customerPersonalData } from './customer.personal-data';
import { CustomerDataExport } from './customer-data-export.entity';
import { CustomerErasure } from './customer-erasure.entity';
import { expireExportTask } from './expire-export.task';
import {
  CustomerDataExportResolver,
  CustomerErasureResolver,
  CustomerPrivacyResolver,
} from './privacy.resolver';
import { receiveCollected } from './receive-collected.handler';
import { receiveErased } from './receive-erased.handler';

/** Its own part of an erasure is done by the command. */
const ownPart = personalDataParts('customer', customerPersonalData, null);

export const privacyParts = {
  entities: [CustomerDataExport, CustomerErasure],
  resolvers: [CustomerDataExportResolver, CustomerErasureResolver, CustomerPrivacyResolver],
  handlers: [...ownPart.handlers, receiveCollected, receiveErased],
  tasks: [...ownPart.tasks, assembleExportTask, forgetPartsTask, expireExportTask],
  personalData: ownPart.personalData,
} satisfies Parts;

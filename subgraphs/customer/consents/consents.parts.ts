import type { Parts } from '../../../shared/subgraph/parts';
import { Consent } from './consent.entity';
import { ConsentResolver, CustomerConsentsResolver } from './consent.resolver';
import { OptOut } from './opt-out.entity';

/** What customers said about being written to, and what their phones answered. */
export const consentsParts = {
  entities: [Consent, OptOut],
  resolvers: [CustomerConsentsResolver, ConsentResolver],
} satisfies Parts;

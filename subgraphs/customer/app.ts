import type { SubgraphApp } from '../../shared/subgraph/app';
import { crmParts } from './crm/crm.parts';
import { filesParts } from './files/files.parts';
import { synchroniseRoles } from './identity/default-roles';
import { identityParts } from './identity/identity.parts';
import { signInParts } from './sign-in/sign-in.parts';

const PARTS = [identityParts, signInParts, crmParts, filesParts] as const;

export const customerApp: SubgraphApp = {
  name: 'customer',
  entities: PARTS.flatMap((part) => [...part.entities]),
  resolvers: [
    ...identityParts.resolvers,
    ...signInParts.resolvers,
    ...crmParts.resolvers,
    ...filesParts.resolvers,
  ],
  references: PARTS.flatMap((part) => [...part.references]),
  handlers: PARTS.flatMap((part) => [...part.handlers]),
  tasks: PARTS.flatMap((part) => [...part.tasks]),
  constraints: Object.assign({}, ...PARTS.map((part) => part.constraints)),
  synchronise: synchroniseRoles,
};

import type { Parts } from '../../../shared/subgraph/parts';
import { CounterOrderClaimsResolver, JobCardClaimsResolver, PartClaimsResolver } from './claims-of.resolver';
import { warrantyInvariants } from './warranty.invariants';
import { WarrantyClaim } from './warranty-claim.entity';
import { WarrantyClaimResolver } from './warranty-claim.resolver';

/** Parts that were sold and turned out faulty: claimed from their supplier, credited or replaced. */
export const warrantyParts = {
  entities: [WarrantyClaim],
  resolvers: [WarrantyClaimResolver, JobCardClaimsResolver, CounterOrderClaimsResolver, PartClaimsResolver],
  invariants: warrantyInvariants,
} satisfies Parts;

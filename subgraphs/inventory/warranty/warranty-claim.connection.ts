import { connectionOf } from '../../../shared/paging';
import { WarrantyClaim } from './warranty-claim.entity';

export const WarrantyClaimConnection = connectionOf(WarrantyClaim, 'WarrantyClaim');

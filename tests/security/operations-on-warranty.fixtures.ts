import { change, create, list, near, type Operation } from './operation.fixtures';

export const WARRANTY_QUERIES: readonly Operation[] = [
  list('warrantyClaims', 'warrantyClaim'),
  list('coreReturns', 'coreReturn'),
  list('outstandingCores', 'soldLine'),
];

const ONE = { quantity: '1', fault: 'It leaks.' };

export const WARRANTY: readonly Operation[] = [
  create('openWarrantyClaim', 'jobPart', 'OpenWarrantyClaimInput', ({ id }) => ({ ...ONE, jobPartId: id })),
  create(
    'openWarrantyClaim of what was sold over the counter',
    'soldLine',
    'OpenWarrantyClaimInput',
    ({ id }) => ({ ...ONE, counterOrderLineId: id }),
  ),
  create('openWarrantyClaim from a supplier', 'supplier', 'OpenWarrantyClaimInput', (target) => ({
    ...ONE,
    supplierId: target.id,
    counterOrderLineId: near(target, 'soldLine'),
  })),
  create('recordCoreReturn of a job', 'jobPart', 'RecordCoreReturnInput', ({ id }) => ({
    quantity: '1',
    jobPartId: id,
  })),
  create(
    'recordCoreReturn of what was sold over the counter',
    'soldLine',
    'RecordCoreReturnInput',
    ({ id }) => ({
      quantity: '1',
      counterOrderLineId: id,
    }),
  ),
  change('decideWarrantyClaim', 'warrantyClaim', 'DecideWarrantyClaimInput', {
    decision: 'REFUSED',
    reason: 'Because',
  }),
];

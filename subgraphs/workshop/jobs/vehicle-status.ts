import { registerEnumType } from 'type-graphql';
import type { Context } from '../../../shared/subgraph/context';
import { openWork } from './job-card.loader';

export enum VehicleStatus {
  ACTIVE = 'ACTIVE',
  IN_SERVICE = 'IN_SERVICE',
  READY = 'READY',
}
registerEnumType(VehicleStatus, {
  name: 'VehicleStatus',
  description: 'What the workshop has to do with a vehicle now. That it is archived is told by `archivedAt`.',
  valuesConfig: {
    ACTIVE: { description: 'Nothing: no job is open.' },
    IN_SERVICE: { description: 'A job is open and not completed.' },
    READY: { description: 'All open jobs are completed; it waits to be collected.' },
  },
});

/** Derived from the open cards each time, so that it cannot be left behind. */
export async function vehicleStatus(context: Context, vehicleId: string): Promise<VehicleStatus> {
  const order = { by: ['createdAt' as const], descending: false };
  const open = await context.childrenOf(openWork, 'vehicleId', vehicleId, order);
  if (open.length === 0) return VehicleStatus.ACTIVE;
  const isReady = open.every(({ status }) => status === 'COMPLETED');
  return isReady ? VehicleStatus.READY : VehicleStatus.IN_SERVICE;
}

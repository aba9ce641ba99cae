import { IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { Happening } from '../../../shared/live/happening';

/** What the updates of job cards, appointments and home visits are chosen by. */
@InputType()
export abstract class WorkUpdateFilter {
  @Field(() => ID, { nullable: true, description: 'Of this service centre.' })
  @IsOptional()
  @IsUUID()
  serviceCentreId?: string | null;

  @Field(() => ID, { nullable: true, description: 'For this vehicle.' })
  @IsOptional()
  @IsUUID()
  vehicleId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this technician, now or until this update.' })
  @IsOptional()
  @IsUUID()
  technicianId?: string | null;
}

interface Work {
  serviceCentreId: string;
  vehicleId: string | null;
  customerId: string | null;
  technicianId: string | null;
}

export function isWanted(filter: WorkUpdateFilter, work: Work, { payload }: Happening): boolean {
  const { serviceCentreId, vehicleId, customerId, technicianId } = filter;
  // Who loses it is told so as well.
  const technicians = [work.technicianId, payload.formerTechnicianId];
  return (
    (!serviceCentreId || work.serviceCentreId === serviceCentreId) &&
    (!vehicleId || work.vehicleId === vehicleId) &&
    (!customerId || work.customerId === customerId) &&
    (!technicianId || technicians.includes(technicianId))
  );
}

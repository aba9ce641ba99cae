import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';
import { ServiceRequestStatus } from './service-request.lifecycle';

@ObjectType({
  description: 'A step in the life of a service request. Steps are never changed or taken back.',
})
@Entity({ schema: 'workshop', name: 'service_request_status_change' })
export class ServiceRequestStatusChange extends TenantRecord {
  @Column('uuid')
  serviceRequestId!: string;

  @Field(() => ServiceRequestStatus, {
    nullable: true,
    description: 'The state before; null when it was raised.',
  })
  @Column('text', { nullable: true })
  fromStatus!: ServiceRequestStatus | null;

  @Field(() => ServiceRequestStatus, { description: 'The state from then on.' })
  @Column('text')
  toStatus!: ServiceRequestStatus;

  @Field(() => String, { nullable: true, description: 'Why, where somebody said.' })
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  changedById!: string | null;
}

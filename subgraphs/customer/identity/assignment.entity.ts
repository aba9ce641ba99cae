import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';

/** That a user works in a service centre. Not in the graph by itself: see `User.serviceCentres`. */
@Entity({ schema: 'customer', name: 'user_service_centre' })
export class Assignment extends TenantRecord {
  @Column('uuid')
  userId!: string;

  @Column('uuid')
  serviceCentreId!: string;
}

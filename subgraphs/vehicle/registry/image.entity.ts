import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({ description: 'A picture of a vehicle.' })
@Permission('vehicles:read')
@Entity({ schema: 'vehicle', name: 'vehicle_image' })
export class VehicleImage extends TenantRecord {
  @Column('uuid')
  vehicleId!: string;

  @Column('uuid')
  fileId!: string;

  @Field(() => String, { nullable: true, description: 'What it shows; null when nobody said.' })
  @Column('text', { nullable: true })
  caption!: string | null;

  @Field(() => Int, { description: 'Where it stands among the vehicle’s pictures, from 1.' })
  @Column('integer')
  place!: number;

  @Field({ description: 'Whether it is the one that stands for the vehicle in lists; one of them is.' })
  @Column('boolean')
  isPrimary!: boolean;

  /** The user or client; null for the program itself. */
  @Column('uuid', { nullable: true })
  addedBy!: string | null;
}

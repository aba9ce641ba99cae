import { Field, Float, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Personal } from '../../../shared/access-log/personal';
import { sealed } from '../../../shared/database/sealed';
import { TenantRecord } from '../../../shared/entity';

export const LATITUDE = sealed('workshop.home_service_position.latitude');
export const LONGITUDE = sealed('workshop.home_service_position.longitude');

/** The last place of a technician who is on the way, under the id of the visit; there is none before and none behind. */
@Entity({ schema: 'workshop', name: 'home_service_position' })
export class StoredPosition extends TenantRecord {
  @Personal()
  @Column('text', { transformer: LATITUDE })
  latitude!: string;

  @Personal()
  @Column('text', { transformer: LONGITUDE })
  longitude!: string;
}

@ObjectType({ description: 'Where a technician is who is on the way.' })
export class HomeServicePosition {
  @Field(() => Float, { description: 'Degrees north (WGS 84).' })
  latitude!: number;

  @Field(() => Float, { description: 'Degrees east (WGS 84).' })
  longitude!: number;

  @Field({ description: 'When they were there.' })
  at!: Date;
}

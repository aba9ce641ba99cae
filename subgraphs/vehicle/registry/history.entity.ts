import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({ description: 'A time during which a vehicle carried a plate.' })
@Entity({ schema: 'vehicle', name: 'plate_period' })
export class PlatePeriod extends TenantRecord {
  @Column('uuid')
  vehicleId!: string;

  @Field({ description: 'The plate as it was typed.' })
  @Column('text')
  plate!: string;

  @Field({ description: 'Country of the plate as ISO 3166-1 alpha-2.' })
  @Column('text')
  country!: string;

  @Field({ description: 'From when.' })
  @Column({ type: 'timestamptz', precision: 3 })
  validFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when; null while the vehicle carries it.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  validTo!: Date | null;
}

@ObjectType({ description: 'A time during which a customer owned a vehicle.' })
@Entity({ schema: 'vehicle', name: 'ownership' })
export class Ownership extends TenantRecord {
  @Column('uuid')
  vehicleId!: string;

  @Column('uuid')
  customerId!: string;

  @Field({ description: 'From when.' })
  @Column({ type: 'timestamptz', precision: 3 })
  ownedFrom!: Date;

  @Field(() => Date, { nullable: true, description: 'Until when; null for the owner of today.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  ownedTo!: Date | null;
}

import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { TenantRecord } from '../../../../shared/entity';
import { decimalColumn } from '../../decimal';
import { DistanceUnit } from '../../stubs/odometer.stub';

@ObjectType({ description: 'How a vehicle was when it was taken in, as somebody of the shop saw it.' })
@Permission('jobs:read')
@Entity({ schema: 'workshop', name: 'pre_inspection' })
export class PreInspection extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Field(() => Int, { nullable: true, description: 'What the odometer showed; null when it was not read.' })
  @Column('integer', { nullable: true })
  odometerValue!: number | null;

  @Field(() => DistanceUnit, { nullable: true, description: 'What it counts in.' })
  @Column('text', { nullable: true })
  odometerUnit!: DistanceUnit | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How full the tank or the battery was, in per cent; null when nobody looked.',
  })
  @Column('integer', { nullable: true })
  fuelPercent!: number | null;

  @Field(() => String, { nullable: true, description: 'What it looked like from outside.' })
  @Column('text', { nullable: true })
  exteriorCondition!: string | null;

  @Field(() => String, { nullable: true, description: 'What it looked like inside.' })
  @Column('text', { nullable: true })
  interiorCondition!: string | null;

  @Field(() => [String], { description: 'What was found or told to be wrong, one by one.' })
  @Column('text', { array: true })
  issues!: string[];

  @Column('bigint', { nullable: true })
  estimatedCostMinor!: number | null;

  @Column('text', { nullable: true })
  estimatedCostCurrency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Hours that the work is expected to take, as a decimal; null if unknown.',
  })
  @Column('numeric', { ...decimalColumn(7, 2), nullable: true })
  estimatedHours!: string | null;

  @Column('uuid', { nullable: true })
  inspectedById!: string | null;

  @Field({ description: 'When it was looked over.' })
  @Column({ type: 'timestamptz', precision: 3 })
  inspectedAt!: Date;
}

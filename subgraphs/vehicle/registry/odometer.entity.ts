import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import { DistanceUnit } from './distance';

export enum OdometerSource {
  WORKSHOP = 'WORKSHOP',
  CUSTOMER = 'CUSTOMER',
  REGISTER = 'REGISTER',
  DEVICE = 'DEVICE',
  DOCUMENT = 'DOCUMENT',
}
registerEnumType(OdometerSource, {
  name: 'OdometerSource',
  description: 'Where an odometer reading comes from.',
  valuesConfig: {
    WORKSHOP: { description: 'Read off the instrument by somebody of the shop.' },
    CUSTOMER: { description: 'Told by the customer.' },
    REGISTER: { description: 'From a public register or a test station.' },
    DEVICE: { description: 'Read out of the vehicle by a device.' },
    DOCUMENT: { description: 'From an invoice, a service book or another paper.' },
  },
});

export enum OdometerReadingKind {
  NORMAL = 'NORMAL',
  REPLACEMENT = 'REPLACEMENT',
  CORRECTION = 'CORRECTION',
}
registerEnumType(OdometerReadingKind, {
  name: 'OdometerReadingKind',
  description: 'Whether a reading goes on from the one before it.',
  valuesConfig: {
    NORMAL: { description: 'Goes on from the reading before it, and cannot be lower.' },
    REPLACEMENT: { description: 'The first of another instrument: it may show less.' },
    CORRECTION: {
      description: 'What is right; those before it were read or typed wrongly, and stay for the record.',
    },
  },
});

@ObjectType({ description: 'What a vehicle’s odometer showed at a moment. Written once, never changed.' })
@Permission('vehicles:read')
@Entity({ schema: 'vehicle', name: 'odometer_reading' })
export class OdometerReading extends TenantRecord {
  @Column('uuid')
  vehicleId!: string;

  /** Counts the vehicle's readings as they are written down. */
  @Column('integer')
  entry!: number;

  @Field(() => Int, { description: 'What it showed, in whole units.' })
  @Column('integer')
  value!: number;

  @Field(() => DistanceUnit, { description: 'What it counts in.' })
  @Column('text')
  unit!: DistanceUnit;

  @Field({ description: 'When it was read, which may be long before it was written down.' })
  @Column({ type: 'timestamptz', precision: 3 })
  readAt!: Date;

  @Field(() => OdometerSource, { description: 'Where the reading comes from.' })
  @Column('text')
  source!: OdometerSource;

  @Field(() => OdometerReadingKind, { description: 'Whether it goes on from the reading before it.' })
  @Column('text')
  kind!: OdometerReadingKind;

  @Field(() => String, { nullable: true, description: 'What is to be said about it; null when nothing.' })
  @Column('text', { nullable: true })
  note!: string | null;

  /** The user or client; null for the program itself. */
  @Column('uuid', { nullable: true })
  recordedBy!: string | null;
}

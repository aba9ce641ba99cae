import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../../shared/access/permission';
import { sealed } from '../../../../shared/database/sealed';
import { TenantRecord } from '../../../../shared/entity';
import { LocalDateScalar } from '../../../../shared/scalars';
import type { StoredSpan } from './spans';

export enum ShiftKind {
  WEEKLY = 'WEEKLY',
  DAYS = 'DAYS',
}
registerEnumType(ShiftKind, {
  name: 'ShiftKind',
  description: 'Whether a shift is the rule or an exception from it.',
  valuesConfig: {
    WEEKLY: { description: 'The usual week, until a later one holds.' },
    DAYS: { description: 'Certain days that are unlike the usual week, or an absence.' },
  },
});

@ObjectType({ description: 'When a technician works in a service centre.' })
@Permission('scheduling:read')
@Entity({ schema: 'workshop', name: 'shift' })
export class Shift extends TenantRecord {
  @Column('uuid')
  serviceCentreId!: string;

  @Column('uuid')
  technicianId!: string;

  @Field(() => ShiftKind, { description: 'The rule or an exception.' })
  @Column('text')
  kind!: ShiftKind;

  @Field(() => LocalDateScalar, { description: 'The first day on which it holds.' })
  @Column('date')
  fromDate!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The last day; null for a week without an end.',
  })
  @Column('date', { nullable: true })
  toDate!: string | null;

  @Column('jsonb')
  spans!: StoredSpan[];

  @Field(() => String, {
    nullable: true,
    description: 'Why the days are unlike the others, where it is said.',
  })
  @Column('text', { nullable: true, transformer: sealed('workshop.shift.reason') })
  reason!: string | null;
}

import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import type { Reach } from '../../../shared/access/identity';
import { TenantRecord } from '../../../shared/entity';

export enum RoleKind {
  ADMIN = 'ADMIN',
  MANAGER = 'MANAGER',
  ADVISOR = 'ADVISOR',
  RECEPTIONIST = 'RECEPTIONIST',
  TECHNICIAN = 'TECHNICIAN',
  ACCOUNTANT = 'ACCOUNTANT',
  CUSTOMER = 'CUSTOMER',
  VENDOR = 'VENDOR',
  CUSTOM = 'CUSTOM',
}
registerEnumType(RoleKind, {
  name: 'RoleKind',
  description: 'Which of the built-in roles it is, or an organisation’s own.',
  valuesConfig: {
    ADMIN: { description: 'Everything, in every service centre.' },
    MANAGER: { description: 'Runs service centres.' },
    ADVISOR: { description: 'Talks to customers, requests, quotes, delivers.' },
    RECEPTIONIST: { description: 'Front desk and appointments.' },
    TECHNICIAN: { description: 'Works on assigned jobs.' },
    ACCOUNTANT: { description: 'Invoices, payments and reports.' },
    CUSTOMER: { description: 'A customer’s own records.' },
    VENDOR: { description: 'A vendor’s own offers.' },
    CUSTOM: { description: 'Made by the organisation.' },
  },
});

@ObjectType({ description: 'A set of permissions that users hold.' })
@Entity({ schema: 'customer', name: 'role' })
export class Role extends TenantRecord {
  @Field({ description: 'Unique in the organisation.' })
  @Column('text')
  name!: string;

  @Field(() => RoleKind, { description: 'Built-in kind; those cannot be changed or deleted.' })
  @Column('text')
  kind!: RoleKind;

  @Field(() => String, { nullable: true, description: 'What the role is for.' })
  @Column('text', { nullable: true })
  description!: string | null;

  /** Only of an organisation's own role; a built-in one has what the program gives it. */
  @Column('jsonb', { nullable: true })
  permissions!: Record<string, Reach> | null;

  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  deletedAt!: Date | null;
}

/** Staff work for the organisation; customers and vendors deal with it. */
export const isStaff = (kind: RoleKind): boolean => kind !== RoleKind.CUSTOMER && kind !== RoleKind.VENDOR;

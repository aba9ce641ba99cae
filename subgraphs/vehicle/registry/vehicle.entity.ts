import { Directive, Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import { LocalDateScalar } from '../../../shared/scalars';

@ObjectType({ description: 'A vehicle that the organisation looks after, or has looked after.' })
@Directive('@key(fields: "id")')
@Permission('vehicles:read')
@Entity({ schema: 'vehicle', name: 'vehicle' })
export class Vehicle extends TenantRecord {
  @Field({ description: 'Manufacturer, such as `Fiat`.' })
  @Column('text')
  make!: string;

  @Field({ description: 'Model, such as `Panda`.' })
  @Column('text')
  model!: string;

  @Field(() => Int, { nullable: true, description: 'Model year; null when nobody said.' })
  @Column('integer', { nullable: true })
  year!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Vehicle identification number: 17 characters without I, O and Q.',
  })
  @Column('text', { nullable: true })
  vin!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The plate it carries now, as it was typed; null while it has none.',
  })
  @Column('text', { nullable: true })
  plate!: string | null;

  /** The plate without spaces and dashes in upper case: what look-ups and the unique index compare. */
  @Column('text', { nullable: true })
  plateKey!: string | null;

  @Field(() => String, { nullable: true, description: 'Country of the plate as ISO 3166-1 alpha-2.' })
  @Column('text', { nullable: true })
  plateCountry!: string | null;

  @Field(() => String, { nullable: true, description: 'Colour in the shop’s words.' })
  @Column('text', { nullable: true })
  colour!: string | null;

  @Field(() => String, { nullable: true, description: 'Number stamped on the engine.' })
  @Column('text', { nullable: true })
  engineNumber!: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Day of the first registration.' })
  @Column('date', { nullable: true })
  registeredOn!: string | null;

  /** The service centres that have had to do with it, and may see it. The database keeps it, from the links. */
  @Column('uuid', { array: true, default: [] })
  centres!: string[];

  /** For staff alone; its field resolver sees to that. */
  @Column('text', { nullable: true })
  notes!: string | null;

  @Column('uuid', { nullable: true })
  ownerId!: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was archived; null while it is in use.' })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;
}

import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';

@ObjectType({
  description: 'Vehicles that a part fits. What is null says nothing: any model, any year, any engine.',
})
@Permission('parts:read')
@Entity({ schema: 'inventory', name: 'part_fitment' })
export class PartFitment extends TenantRecord {
  @Column('uuid')
  partId!: string;

  @Column('integer')
  position!: number;

  @Field({ description: 'Manufacturer, such as `Fiat`.' })
  @Column('text')
  make!: string;

  @Field(() => String, { nullable: true, description: 'Model, such as `Panda`.' })
  @Column('text', { nullable: true })
  model!: string | null;

  @Field(() => Int, { nullable: true, description: 'First model year.' })
  @Column('integer', { nullable: true })
  yearFrom!: number | null;

  @Field(() => Int, { nullable: true, description: 'Last model year.' })
  @Column('integer', { nullable: true })
  yearTo!: number | null;

  @Field(() => String, { nullable: true, description: 'Engine, such as `1.2 8V` or its code.' })
  @Column('text', { nullable: true })
  engine!: string | null;

  @Field(() => String, { nullable: true, description: 'Which of them, such as `with sport suspension`.' })
  @Column('text', { nullable: true })
  detail!: string | null;

  /** In lower case, as look-ups compare them. */
  @Column('text')
  makeKey!: string;

  @Column('text', { nullable: true })
  modelKey!: string | null;
}

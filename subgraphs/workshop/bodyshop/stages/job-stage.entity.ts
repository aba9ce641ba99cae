import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { TenantRecord } from '../../../../shared/entity';

@ObjectType({
  description:
    'A column of the shop’s own board. It says where the vehicle is, never what may be done: that is the card’s status.',
})
@Entity({ schema: 'workshop', name: 'job_stage' })
export class JobStage extends TenantRecord {
  /** Null for the organisation's list, which every service centre without one of its own has. */
  @Column('uuid', { nullable: true })
  serviceCentreId!: string | null;

  @Field({ description: 'What programs know it by, such as `PAINT`; it stays when the name changes.' })
  @Column('text')
  key!: string;

  @Field({ description: 'What people call it. Customers see it when they track their repair.' })
  @Column('text')
  name!: string;

  @Field({ description: 'Colour on the board, such as `#1E88E5`.' })
  @Column('text')
  colour!: string;

  @Field({ description: 'Whether the customer gets a message when their vehicle comes to it.' })
  @Column('boolean')
  notifiesCustomer!: boolean;

  @Field({ description: 'Whether the vehicle has left the board with it.' })
  @Column('boolean')
  final!: boolean;

  @Field(() => Int, { description: 'Where it stands on the board, counted from 0.' })
  @Column('integer')
  position!: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was taken off the board; cards that were at it still are. Null while in use.',
  })
  @Column({ type: 'timestamptz', precision: 3, nullable: true })
  archivedAt!: Date | null;
}

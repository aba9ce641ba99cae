import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Personal } from '../../../../shared/access-log/personal';
import { sealed } from '../../../../shared/database/sealed';
import { TenantRecord } from '../../../../shared/entity';
import { LocalDateScalar } from '../../../../shared/scalars';

const ours = (column: string) => sealed(`workshop.pre_check_in.${column}`);

@ObjectType({
  description:
    'What somebody without an account said when they announced a car, and what staff should look at. Nobody has ' +
    'checked any of it.',
})
@Entity({ schema: 'workshop', name: 'pre_check_in' })
export class PreCheckIn extends TenantRecord {
  @Column('uuid')
  jobCardId!: string;

  @Field({ description: 'First name, as they gave it.' })
  @Personal()
  @Column('text', { transformer: ours('first_name') })
  firstName!: string;

  @Field({ description: 'Last name, as they gave it.' })
  @Personal()
  @Column('text', { transformer: ours('last_name') })
  lastName!: string;

  @Field({ description: 'Phone as E.164.' })
  @Personal()
  @Column('text', { transformer: ours('phone') })
  phone!: string;

  @Field(() => String, { nullable: true, description: 'E-mail, in lower case.' })
  @Personal()
  @Column('text', { nullable: true, transformer: ours('email') })
  email!: string | null;

  @Field({ description: 'Plate, as they gave it.' })
  @Column('text', { transformer: ours('plate') })
  plate!: string;

  @Field({ description: 'Manufacturer, as they gave it.' })
  @Column('text')
  make!: string;

  @Field({ description: 'Model, as they gave it.' })
  @Column('text')
  model!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day that they would like to come.' })
  @Column('date', { nullable: true })
  preferredDate!: string | null;

  @Field({ description: 'Whether phone and surname are those of a customer whom we knew.' })
  @Column('boolean')
  customerWasKnown!: boolean;

  @Field({ description: 'Whether the plate is that of a vehicle that we knew.' })
  @Column('boolean')
  vehicleWasKnown!: boolean;

  @Field({
    description:
      'Whether that vehicle is, by our records, not theirs. Its owner was left as it is: ask, and transfer it if it was sold.',
  })
  @Column('boolean')
  vehicleIsAnothers!: boolean;
}

import { IsOptional, ValidateNested } from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { PlateInput } from '../registry/vehicle.input';

@InputType({ description: 'A plate to ask a public register about.' })
export class LookupVehicleInput {
  @Field(() => PlateInput, { description: 'The plate, in any spelling.' })
  @ValidateNested()
  plate!: PlateInput;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: ask again, though there is an answer that is still good.',
  })
  @IsOptional()
  refresh?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: where the car is known and yours to see, the shop’s open MOT reminder gets the register’s day, or one is set. ' +
      'Needs the permissions to set and to change reminders.',
  })
  @IsOptional()
  setMotReminder?: boolean | null;
}

import { IsOptional, IsUUID, Length } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { PhotoPhase } from './photo.entity';

@InputType({ description: 'A photo to attach.' })
export class PhotoInput {
  @Field(() => ID, { description: 'An image that you uploaded, once it is `READY`.' })
  @IsUUID()
  fileId!: string;

  @Field(() => String, { nullable: true, description: 'What it shows.' })
  @IsOptional()
  @Length(1, 300)
  caption?: string | null;

  @Field(() => PhotoPhase, {
    description: 'At which point of the job it was taken.',
    defaultValue: PhotoPhase.BEFORE,
  })
  phase!: PhotoPhase;

  @Field({ description: 'Whether to show it to whoever tracks the repair.', defaultValue: false })
  shownInTracking!: boolean;
}

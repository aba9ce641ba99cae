import { Field, ObjectType } from 'type-graphql';
import { JobCardStatus } from '../../jobs/job-card.lifecycle';
import { PhotoPhase } from '../photos/photo.entity';
import type { StoredPhoto } from '../photos/photo-links';

@ObjectType({ description: 'A step of a repair, as its customer sees it.' })
export class TrackedStep {
  @Field({ description: 'When.' })
  at!: Date;

  @Field(() => JobCardStatus, { nullable: true, description: 'The state from then on, where it changed.' })
  status!: JobCardStatus | null;

  @Field(() => String, { nullable: true, description: 'The stage from then on, where it changed.' })
  stage!: string | null;
}

@ObjectType({
  description: 'A photo that the shop shows to whoever tracks the repair. Its links last 15 minutes.',
})
export class TrackedPhoto {
  /** What its links are made of. */
  stored!: StoredPhoto;

  @Field(() => String, { nullable: true, description: 'What it shows.' })
  caption!: string | null;

  @Field(() => PhotoPhase, { description: 'At which point of the job it was taken.' })
  phase!: PhotoPhase;

  @Field({ description: 'When it was attached.' })
  addedAt!: Date;
}

@ObjectType({
  description:
    'How far a repair is, for somebody without an account: no surname, no whole plate, no prices, nothing of the staff.',
})
export class TrackedRepair {
  @Field({ description: 'The number of the job card.' })
  number!: string;

  @Field(() => String, { nullable: true, description: 'The service centre that has the vehicle.' })
  serviceCentre!: string | null;

  @Field(() => String, { nullable: true, description: 'First name of the customer; null for companies.' })
  firstName!: string | null;

  @Field(() => String, { nullable: true, description: 'Manufacturer.' })
  make!: string | null;

  @Field(() => String, { nullable: true, description: 'Model.' })
  model!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The last two characters of its plate, such as `•••DE`.',
  })
  plate!: string | null;

  @Field(() => JobCardStatus, { description: 'Where the job stands.' })
  status!: JobCardStatus;

  @Field(() => String, { nullable: true, description: 'The stage on the shop’s board; null without one.' })
  stage!: string | null;

  @Field(() => String, { nullable: true, description: 'Colour of that stage, such as `#1E88E5`.' })
  stageColour!: string | null;

  @Field({ description: 'When the job was taken in or announced.' })
  receivedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it is expected to be ready; null without a promise.',
  })
  promisedAt!: Date | null;

  @Field(() => [TrackedStep], { description: 'Its life so far, the latest step first.' })
  history!: TrackedStep[];

  @Field(() => [TrackedPhoto], { description: 'The photos that the shop shows, the first attached first.' })
  photos!: TrackedPhoto[];
}

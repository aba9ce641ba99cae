import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType({
  description: 'What somebody gets who has announced a car. It does not tell whether we knew them.',
})
export class PreCheckInReceipt {
  @Field(() => ID, { description: 'The job card, for `attachPhotos`.' })
  jobCardId!: string;

  @Field({ description: 'The number of the job card.' })
  number!: string;

  @Field({ description: 'What to track the repair with, beside the plate or the end of the phone.' })
  trackingCode!: string;

  @Field({
    description:
      'Opens, with `openLink`, an access token that adds photos to this card and nothing else: up to 10 images, until ' +
      'the shop begins with the job. A repeated call gives a new one in place of the last.',
  })
  uploadToken!: string;

  @Field({ description: 'When the token stops working.' })
  uploadUntil!: Date;
}

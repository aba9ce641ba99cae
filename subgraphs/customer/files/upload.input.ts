import { IsOptional, Length } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';

@InputType({ description: 'A file that is about to be uploaded.' })
export class CreateUploadInput {
  @Field({ description: 'Name that people will see, with its ending; up to 200 characters.' })
  fileName!: string;

  @Field({
    description:
      'Content type. Images (PNG, JPEG, WebP, GIF, HEIC, AVIF) up to 10 MB; PDF, CSV, text, Word and Excel up to 25 MB.',
  })
  contentType!: string;

  @Field(() => Int, { description: 'Exact size in bytes.' })
  size!: number;

  @Field(() => String, { nullable: true, description: 'Makes a repeated call return the first result.' })
  @IsOptional()
  @Length(8, 200)
  idempotencyKey?: string | null;
}

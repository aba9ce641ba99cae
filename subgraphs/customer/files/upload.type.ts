import { Field, ObjectType } from 'type-graphql';
import { File } from './file.entity';

@ObjectType({ description: 'A header to send along.' })
export class UploadHeader {
  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: 'Its value.' })
  value!: string;
}

@ObjectType({
  description:
    'Where to send a file’s bytes: one request with this method, to this address, with these headers. Then call ' +
    '`completeUpload`.',
})
export class Upload {
  @Field(() => File, { description: 'The file, still `PENDING`.' })
  file!: File;

  @Field({
    description: 'Where to send the bytes. Whoever has this address can upload: keep it to yourself.',
  })
  url!: string;

  @Field({ description: 'HTTP method, `PUT`.' })
  method!: string;

  @Field(() => [UploadHeader], { description: 'Headers that the request must have.' })
  headers!: UploadHeader[];

  @Field({ description: 'When the address stops working.' })
  expiresAt!: Date;
}

import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Records of one sort that were erased.' })
export class ErasedRecords {
  @Field({ description: 'What sort of record, such as `contacts`.' })
  what!: string;

  @Field(() => Int, { description: 'How many were overwritten or deleted.' })
  many!: number;
}

@ObjectType({ description: 'Records of one sort that were kept, without the person.' })
export class KeptRecords {
  @Field({ description: 'What sort of record, such as `jobCards`.' })
  what!: string;

  @Field(() => Int, { description: 'How many.' })
  many!: number;

  @Field({ description: 'The reason that allows it.' })
  why!: string;

  @Field(() => String, { nullable: true, description: 'When they go too, where that is known.' })
  until?: string | null;
}

@ObjectType({ description: 'What one part of the program did about an erasure.' })
export class ErasureReport {
  @Field({ description: 'The part: a subgraph, such as `workshop`.' })
  part!: string;

  @Field({ description: 'Whether it has done its part.' })
  done!: boolean;

  @Field(() => [ErasedRecords], { description: 'What it erased.' })
  erased!: ErasedRecords[];

  @Field(() => [KeptRecords], { description: 'What it kept, and why.' })
  kept!: KeptRecords[];
}

@ObjectType({ description: 'How far one part of the program is with an export.' })
export class DataExportPart {
  @Field({ description: 'The part: a subgraph, such as `workshop`.' })
  part!: string;

  @Field({ description: 'Whether it has put its part together.' })
  done!: boolean;
}

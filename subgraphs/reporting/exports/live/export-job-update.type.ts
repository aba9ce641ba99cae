import { ArrayMaxSize, IsOptional, IsUUID } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { LiveUpdate } from '../../../../shared/live/live-field';
import { defineUpdateKinds } from '../../../../shared/live/update-kinds';
import { ExportJob } from '../export-job.entity';

export const exportJobUpdates = defineUpdateKinds({
  name: 'ExportJobUpdateType',
  description: 'What became of an export.',
  kinds: {
    STARTED: { means: 'Its file is being made.', events: ['ExportStarted'] },
    PROGRESSED: {
      means: 'More rows are written; told once a second at most.',
      events: ['ExportProgressed'],
    },
    COMPLETED: { means: 'The file can be fetched.', events: ['ExportCompleted'] },
    FAILED: { means: 'There will be no file.', events: ['ExportFailed'] },
  },
});

export const ExportJobUpdateType = exportJobUpdates.enumeration;
export type ExportJobUpdateType = keyof typeof ExportJobUpdateType;

@InputType({ description: 'Which updates of your exports. Everything given must hold.' })
export class ExportJobUpdateFilter {
  @Field(() => [ExportJobUpdateType], { nullable: true, description: 'Of one of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(20)
  types?: ExportJobUpdateType[] | null;

  @Field(() => ID, { nullable: true, description: 'Of this export alone.' })
  @IsOptional()
  @IsUUID()
  exportJobId?: string | null;
}

@ObjectType({ description: 'Something became of an export.' })
export class ExportJobUpdate extends LiveUpdate {
  @Field(() => ExportJobUpdateType, { description: 'What.' })
  type!: ExportJobUpdateType;

  @Field(() => ExportJob, {
    description: 'The export as it is when this is told, which may be further than this update says.',
  })
  exportJob!: ExportJob;
}

import { Field, Int, ObjectType } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { JobPart } from './job-part.entity';
import { JobPartStatus } from './job-part.lifecycle';

@ObjectType({ description: 'A part that is not there for a job, and where there is some.' })
@Permission('jobParts:read')
export class MissingJobPart {
  @Field(() => JobPart, { description: 'The part of the job.' })
  jobPart!: JobPart;
}

@ObjectType({ description: 'Whether the parts that a job needs are there.' })
@Permission('jobParts:read')
export class JobPartsAvailability {
  @Field({ description: 'Whether it waits for none.' })
  complete!: boolean;

  @Field(() => Int, { description: 'How many lie ready for it.' })
  reserved!: number;

  @Field(() => Int, { description: 'How many it waits for, in whole or in part.' })
  waiting!: number;

  @Field(() => [MissingJobPart], { description: 'Those that it waits for.' })
  missing!: MissingJobPart[];
}

export function availabilityOf(lines: readonly JobPart[]): JobPartsAvailability {
  const missing = lines.filter(({ status }) => status === JobPartStatus.WAITING);
  return {
    complete: missing.length === 0,
    reserved: lines.filter(({ status }) => status === JobPartStatus.RESERVED).length,
    waiting: missing.length,
    missing: missing.map((jobPart) => ({ jobPart })),
  };
}

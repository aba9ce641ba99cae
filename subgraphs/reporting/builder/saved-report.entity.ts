import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Permission } from '../../../shared/access/permission';
import { TenantRecord } from '../../../shared/entity';
import { ReportDefinition } from './definition';

@ObjectType({ description: 'A custom report that somebody keeps. Whoever runs it sees what they may see.' })
@Permission('reports:read')
@Entity({ schema: 'reporting', name: 'saved_report' })
export class SavedReport extends TenantRecord {
  @Column('uuid')
  userId!: string;

  @Field({ description: 'What it is called.' })
  @Column('text')
  name!: string;

  @Field({ description: 'Whether everybody in the organisation who may see reports finds it.' })
  @Column('boolean')
  shared!: boolean;

  @Field(() => ReportDefinition, { description: 'What it tells.' })
  @Column('jsonb')
  definition!: ReportDefinition;
}

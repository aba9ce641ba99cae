import { ArgsType, Field, ObjectType } from 'type-graphql';
import { LiveUpdate, ResumeField } from '../../../../shared/live/live-field';
import { DashboardArgs } from '../dashboard.input';
import { Dashboard } from '../dashboard.type';

@ArgsType()
export class DashboardUpdatedArgs extends DashboardArgs {
  @ResumeField()
  after?: string;
}

@ObjectType({ description: 'Something changed a number or a chart of a dashboard.' })
export class DashboardUpdate extends LiveUpdate {
  @Field(() => Dashboard, { description: 'The dashboard as it is when this is told.' })
  dashboard!: Dashboard;
}

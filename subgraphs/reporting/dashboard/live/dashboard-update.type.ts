import { Field, ObjectType } from 'type-graphql';
import { LiveUpdate } from '../../../../shared/live/live-field';
import { Dashboard } from '../dashboard.type';

@ObjectType({ description: 'Something changed a number or a chart of a dashboard.' })
export class DashboardUpdate extends LiveUpdate {
  @Field(() => Dashboard, { description: 'The dashboard as it is when this is told.' })
  dashboard!: Dashboard;
}

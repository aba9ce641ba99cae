import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { type Connection, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { JobCard } from '../jobs/job-card.entity';
import { jobCards } from '../jobs/job-card.loader';
import { CustomerStub } from '../stubs/customer.stub';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { VehicleStub } from '../stubs/vehicle.stub';
import { InspectionConnection } from './inspection.connection';
import { Inspection } from './inspection.entity';
import { InspectionFilter, InspectionOrder } from './inspection.input';
import { inspections } from './inspection.loader';
import { countItems, InspectionCounts } from './inspection-counts.type';
import { InspectionItem } from './inspection-item.entity';
import { itemsOf } from './items-of';
import { listInspections } from './list-inspections';
import { InspectionTemplate } from './templates/inspection-template.entity';
import { inspectionTemplates } from './templates/inspection-template.loader';

const userOf = (id: string | null): UserStub | null => (id ? { id } : null);

@Resolver(() => Inspection)
export class InspectionResolver {
  @Query(() => Inspection, {
    nullable: true,
    description: 'One inspection; null when there is none that you may see.',
  })
  @Permission('inspections:read')
  inspection(
    @Arg('id', () => ID, { description: 'The inspection.' }) id: string,
    @Ctx() context: Context,
  ): Promise<Inspection | null> {
    return context.load(inspections, id);
  }

  @Query(() => InspectionConnection, {
    description:
      'The inspections that you may see: of your service centres, or those that were published of your own jobs.',
  })
  @Permission('inspections:read')
  inspections(
    @Arg('filter', () => InspectionFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: InspectionFilter,
    @Arg('orderBy', () => InspectionOrder, {
      defaultValue: InspectionOrder.NEWEST,
      description: 'In which order.',
    })
    orderBy: InspectionOrder,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<Inspection>> {
    return listInspections(context, filter, orderBy, page);
  }

  @Reads<Inspection>('id')
  @FieldResolver(() => [InspectionItem], { description: 'What is looked at and what was found, in order.' })
  items(@Root() { id }: Row<Inspection>, @Ctx() context: Context): Promise<InspectionItem[]> {
    return itemsOf(context, id);
  }

  @Reads<Inspection>('id')
  @FieldResolver(() => InspectionCounts, { description: 'How many items are how.' })
  async counts(@Root() { id }: Row<Inspection>, @Ctx() context: Context): Promise<InspectionCounts> {
    return countItems(await itemsOf(context, id));
  }

  @Reads<Inspection>('templateId')
  @FieldResolver(() => InspectionTemplate, {
    nullable: true,
    description: 'The template that it was begun with, as it is now; null when not yours to see.',
  })
  @Permission('inspectionTemplates:read')
  template(
    @Root() { templateId }: Row<Inspection>,
    @Ctx() context: Context,
  ): Promise<InspectionTemplate | null> {
    return context.load(inspectionTemplates, templateId);
  }

  @Reads<Inspection>('jobCardId')
  @FieldResolver(() => JobCard, {
    nullable: true,
    description: 'The job card; null when not yours to see.',
  })
  @Permission('jobs:read')
  jobCard(@Root() { jobCardId }: Row<Inspection>, @Ctx() context: Context): Promise<JobCard | null> {
    return context.load(jobCards, jobCardId);
  }

  @Reads<Inspection>('vehicleId')
  @FieldResolver(() => VehicleStub, {
    nullable: true,
    description: 'The vehicle; null when not yours to see.',
  })
  @Permission('vehicles:read')
  vehicle(@Root() { vehicleId }: Row<Inspection>): VehicleStub {
    return { id: vehicleId };
  }

  @Reads<Inspection>('customerId')
  @FieldResolver(() => CustomerStub, {
    nullable: true,
    description: 'Whose job it is, and stays whoever owns the vehicle later; null when not yours to see.',
  })
  @Permission('customers:read')
  customer(@Root() { customerId }: Row<Inspection>): CustomerStub {
    return { id: customerId };
  }

  @Reads<Inspection>('serviceCentreId')
  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'Where; null when not yours to see.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() { serviceCentreId }: Row<Inspection>): ServiceCentreStub {
    return { id: serviceCentreId };
  }

  @Reads<Inspection>('startedById')
  @FieldResolver(() => UserStub, { nullable: true, description: 'Who began it; null when not yours to see.' })
  @Permission('users:read')
  startedBy(@Root() { startedById }: Row<Inspection>): UserStub | null {
    return userOf(startedById);
  }

  @Reads<Inspection>('publishedById')
  @FieldResolver(() => UserStub, {
    nullable: true,
    description: 'Who published it; null before, or when not yours to see.',
  })
  @Permission('users:read')
  publishedBy(@Root() { publishedById }: Row<Inspection>): UserStub | null {
    return userOf(publishedById);
  }
}

import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Context } from '../../../shared/subgraph/context';
import { UserStub } from '../stubs/user.stub';
import { RunReportArgs, SaveReportInput } from './builder.input';
import { ReportDataset, ReportResult } from './builder.type';
import { listDatasets } from './list-datasets';
import { runReport } from './run-report';
import { definitionOf, deleteReport, listSavedReports, saveReport } from './save-report';
import { SavedReport } from './saved-report.entity';

@Resolver(() => SavedReport)
export class ReportBuilderResolver {
  @Query(() => [ReportDataset], {
    description:
      'What custom reports can be about, as far as you may see it: the names that definitions use.',
  })
  @Permission('reports:read')
  reportDatasets(@Ctx() context: Context): ReportDataset[] {
    return listDatasets(context);
  }

  @Query(() => ReportResult, {
    description:
      'Runs a custom report, of the service centres in which you work. Needs the permission of its data set as well.',
  })
  @Permission('reports:read')
  async runReport(@Args() args: RunReportArgs, @Ctx() context: Context): Promise<ReportResult> {
    return runReport(context, await definitionOf(context, args), args);
  }

  @Query(() => [SavedReport], {
    description: 'One’s own reports and those that others share, by name, at most 500.',
  })
  @Permission('reports:read')
  savedReports(@Ctx() context: Context): Promise<SavedReport[]> {
    return listSavedReports(context);
  }

  @Mutation(() => SavedReport, { description: 'Keeps a custom report, or changes one of one’s own.' })
  @Permission('reports:read')
  saveReport(
    @Arg('input', { description: 'The report as a whole.' }) input: SaveReportInput,
    @Ctx() context: Context,
  ): Promise<SavedReport> {
    return saveReport(context, input);
  }

  @Mutation(() => ID, { description: 'Deletes a report of one’s own, and answers with its id.' })
  @Permission('reports:read')
  deleteReport(
    @Arg('id', () => ID, { description: 'The report.' }) id: string,
    @Arg('expectedVersion', () => Int, {
      nullable: true,
      description: 'CONFLICT when the report has another version by now.',
    })
    expectedVersion: number | null,
    @Ctx() context: Context,
  ): Promise<string> {
    return deleteReport(context, id, expectedVersion);
  }

  @Reads<SavedReport>('userId')
  @FieldResolver(() => UserStub, { description: 'Whose it is.' })
  owner(@Root() { userId }: Row<SavedReport>): UserStub {
    return { id: userId };
  }

  @Reads<SavedReport>('userId')
  @FieldResolver(() => Boolean, { description: 'Whether it is one’s own, to change and delete.' })
  mine(@Root() { userId }: Row<SavedReport>, @Ctx() { identity }: Context): boolean {
    return userId === identity.actorId;
  }
}

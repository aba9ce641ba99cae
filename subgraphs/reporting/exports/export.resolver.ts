import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { addSeconds } from '../../../shared/clock';
import type { Row } from '../../../shared/database/readable';
import { Reads } from '../../../shared/database/reads';
import { Context } from '../../../shared/subgraph/context';
import { CONTENT_TYPES } from './attempt';
import { ExportFormat } from './export.enums';
import { ExportReportInput } from './export.input';
import { ExportStatus } from './export.lifecycle';
import { ExportJob } from './export-job.entity';
import { exportJobs, fileOf } from './export-job.loader';
import { exportReport } from './export-report';
import { exportOrganisation, ORGANISATION_EXPORT } from './organisation/export-organisation';

const LINK_SECONDS = 15 * 60;

@Resolver(() => ExportJob)
export class ExportResolver {
  @Mutation(() => ExportJob, {
    description:
      'Begins a file of a report or list, and answers at once; read how far it is, and where to fetch it, from ' +
      '`exportJob`. It holds what you may see when it is made, and is deleted after a day.',
  })
  @Permission('reports:read')
  exportReport(
    @Arg('input', { description: 'What to export.' }) input: ExportReportInput,
    @Ctx() context: Context,
  ): Promise<ExportJob> {
    return exportReport(context, input);
  }

  @Mutation(() => ExportJob, {
    description:
      'Begins a zip of all records of the organisation, for who may do so in all of its service centres: a file of ' +
      'JSON lines for each table, and `manifest.json`. Read how far it is, and where to fetch it, from `exportJob`. ' +
      'What is known of persons, and the logs, are in it for who has `customers:export` and `audit:read` as well; ' +
      'secrets never are. Needs `reports:read` as well.',
  })
  @Permission(ORGANISATION_EXPORT)
  exportOrganisation(
    @Arg('idempotencyKey', () => String, {
      nullable: true,
      description: 'Makes a repeated call return the first result.',
    })
    idempotencyKey: string | null,
    @Ctx() context: Context,
  ): Promise<ExportJob> {
    return exportOrganisation(context, idempotencyKey);
  }

  @Query(() => ExportJob, { nullable: true, description: 'An export that one asked for oneself.' })
  @Permission('reports:read')
  exportJob(
    @Arg('id', () => ID, { description: 'The export.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ExportJob> {
    return context.loadOrFail(exportJobs, id);
  }

  @Reads<ExportJob>('organisationId', 'id', 'status', 'format', 'list', 'report', 'fromDay', 'toDay')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to fetch the file, for a quarter of an hour; null unless it is `DONE`.',
  })
  url(@Root() job: Row<ExportJob>, @Ctx() { kernel }: Context): Promise<string> | null {
    if (job.status !== ExportStatus.DONE) return null;
    return kernel.storage.downloadUrl(fileOf(job), {
      expiresAt: addSeconds(kernel.clock.now(), LINK_SECONDS),
      fileName: nameOf(job),
      contentType: CONTENT_TYPES[job.format],
      inline: false,
    });
  }
}

function nameOf({ format, list, report, fromDay, toDay }: Row<ExportJob>): string {
  if (format === ExportFormat.ZIP) return `organisation ${toDay}.zip`;
  return `${(list ?? report ?? 'REPORT').toLowerCase()} ${fromDay} ${toDay}.${format.toLowerCase()}`;
}

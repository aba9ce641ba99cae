import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Row } from '../../../../shared/database/readable';
import { bytesKey } from '../../../../shared/files/keys';
import { imagesFrom } from '../../../../shared/pdf/images';
import { pdfUrl } from '../../../../shared/pdf/stored-pdf';
import { Context } from '../../../../shared/subgraph/context';
import { JobCard } from '../job-card.entity';

import { jobSheet } from './job-sheet';
import { JOB_SHEET } from './job-sheet.personal-data';
import { readJobSheet } from './read-job-sheet';

@Resolver(() => JobCard)
export class JobSheetResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to fetch the job sheet, a PDF to print and to sign, for 15 minutes. In the organisation’s language; of ' +
      'customer and vehicle it says what you may see. Made when it is asked for: null, with an error, when it cannot ' +
      'be made now.',
  })
  async pdfUrl(@Root() card: Row<JobCard>, @Ctx() context: Context): Promise<string> {
    const known = await readJobSheet(context, card);
    const { organisationId, id: recordId, number } = card;
    const { logoFileId } = known.organisation;
    return pdfUrl(context.kernel, {
      organisationId,
      kind: JOB_SHEET,
      recordId,
      fileName: `${number}.pdf`,
      content: jobSheet(known),
      images: () =>
        imagesFrom(
          context.kernel.storage,
          logoFileId ? { logo: bytesKey({ organisationId, id: logoFileId }) } : {},
        ),
    });
  }
}

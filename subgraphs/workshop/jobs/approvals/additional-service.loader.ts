import {
  everyone,
  type Readable,
  readable,
  type Viewer,
  visibleTo,
} from '../../../../shared/database/readable';
import { type Sql, sql } from '../../../../shared/database/sql';
import { withCard } from '../job-card.loader';
import { AdditionalService } from './additional-service.entity';

export const ADDITIONAL_SERVICE = 'AdditionalService';

/** Seen with its card; the link that asks for a decision opens just what is to be decided. */
function visibleProposal(viewer: Viewer): Sql {
  const { link } = viewer.identity;
  if (!link) return withCard(viewer);
  return link.recordType === ADDITIONAL_SERVICE ? sql`t.id = ${link.recordId}` : sql`false`;
}

export const additionalServices = readable({
  entity: AdditionalService,
  permission: 'jobs:read',
  called: 'Proposal',
  visible: visibleProposal,
});

/** The proposals that they may see and that this permission of theirs reaches. */
export const additionalServicesFor = (permission: string): Readable<AdditionalService> =>
  readable({
    ...additionalServices,
    permission,
    visible: (viewer) =>
      sql`(${visibleTo(additionalServices, viewer.identity)}) and (${visibleProposal(viewer)})`,
  });

/** For what is done with a card as a whole. */
export const everyAdditionalService = readable({
  ...additionalServices,
  permission: null,
  visible: everyone,
});

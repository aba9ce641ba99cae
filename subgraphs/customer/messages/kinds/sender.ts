import type { Context } from '../../../../shared/subgraph/context';
import { organisations } from '../../identity/organisation.loader';
import { workplaces } from '../../identity/service-centre.loader';

/** Whose name stands under a message, and whose clock it tells the time by. */
export interface Sender {
  organisation: string;
  locale: string;
  /** The service centre's, or the organisation's where there is no centre. */
  centre: string;
  timeZone: string;
}

export async function senderOf(context: Context, serviceCentreId: string | null): Promise<Sender> {
  const system = context.asSystem(context.identity.organisationId!);
  const organisation = await system.loadOrFail(organisations, system.identity.organisationId!);
  const centre = serviceCentreId ? await system.load(workplaces, serviceCentreId) : null;
  return {
    organisation: organisation.name,
    locale: organisation.locale,
    centre: centre?.name ?? organisation.name,
    timeZone: centre?.timeZone ?? organisation.timeZone,
  };
}

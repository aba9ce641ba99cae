import { centreOf } from '../../../../shared/access/centres';
import { badField } from '../../../../shared/errors';
import type { Context } from '../../../../shared/subgraph/context';
import type { CentreSchedule } from '../centre/centre-schedule.entity';
import { knownCentre } from '../centre/known-centre';

const PATH = 'input.serviceCentreId';

/** The service centre that a command is for, which may be closed: its diary can still be put in order. */
export async function ownCentre(context: Context, named: string | null | undefined): Promise<CentreSchedule> {
  const id = centreOf(context.identity, named, PATH);
  if (!id) throw badField(PATH, 'REQUIRED', 'Say which service centre this is for.');
  const centre = await knownCentre(context, id);
  if (!centre) throw badField(PATH, 'UNKNOWN', 'There is no such service centre.');
  return centre;
}

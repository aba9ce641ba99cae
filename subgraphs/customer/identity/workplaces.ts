import type { Context } from '../../../shared/subgraph/context';
import type { ServiceCentre } from './service-centre.entity';
import { workplaces } from './service-centre.loader';
import type { User } from './user.entity';
import { assignments } from './user.loader';

/** Every open centre of the organisation, by name. Read once, however many users of a list work in all. */
export async function openCentres(context: Context, organisationId: string): Promise<ServiceCentre[]> {
  const all = await context.childrenOf(workplaces, 'organisationId', organisationId, {
    by: ['name'],
    descending: false,
  });
  return all.filter((centre) => centre.active);
}

export async function workplacesOf(user: User, context: Context): Promise<ServiceCentre[]> {
  if (user.allCentres) return openCentres(context, user.organisationId);
  const theirs = await context.childrenOf(assignments, 'userId', user.id, {
    by: ['createdAt'],
    descending: false,
  });
  const centres = await Promise.all(
    theirs.map((assignment) => context.load(workplaces, assignment.serviceCentreId)),
  );
  return centres.filter((centre) => centre !== null);
}

import type { Kernel } from '../../shared/subgraph/kernel';
import type { DemoGraph } from './demo-graph';
import { writeHistory } from './history/write-history';
import { hire } from './open-shop';
import { untilReady } from './open-trade';
import { openWorkshop } from './open-workshop';
import type { DemoCentre } from './shops';

interface Opened {
  centre: DemoCentre;
  serviceCentreId: string;
  /** Tells its history from that of others. */
  seed: number;
}

/** Who works in a service centre, on what and when, and what they did until last night. Again: the same. */
export async function openBranch(
  { environment, keyring, clock }: Kernel,
  graph: DemoGraph,
  { centre, serviceCentreId, seed }: Opened,
): Promise<void> {
  await hire(graph, serviceCentreId, centre.staff);
  await openWorkshop(graph, serviceCentreId);
  await untilReady(graph, serviceCentreId);
  const { organisationId } = graph;
  const branch = { organisationId, serviceCentreId, seed, ...centre.history };
  await writeHistory(environment.databaseUrl!, keyring, branch, clock.now());
}

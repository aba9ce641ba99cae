import { Client } from 'pg';
import type { Kernel } from '../../shared/subgraph/kernel';
import { DemoGraph } from './demo-graph';
import { CITIES } from './material';
import { openBranch } from './open-branch';
import { openShop } from './open-shop';
import { type DemoCentre, MAIN_SHOP } from './shops';
import { technicians } from './sign-ins';

/** As many as three technicians do in four years. More at once would be memory and progress that nobody sees. */
const JOBS_OF_A_BRANCH = 10_000;
const JOBS_A_DAY = 10;
const JOBS_OF_A_VEHICLE = 4;
const JOBS_OF_A_CUSTOMER = 6;
/** Histories of the shops that a first start opens have lower ones. */
const FIRST_SEED = 100;
const [WORKDAYS, WEEKDAYS] = [5, 7];

/**
 * Opens further service centres of the demo shop, each with a history, until there are so many jobs. Series of numbers
 * belong to a service centre, so that what is added never has a later number and an earlier date than what is there.
 */
export async function growDemo(
  kernel: Kernel,
  jobs: number,
  progress: (done: number) => void,
): Promise<void> {
  const client = new Client({ connectionString: kernel.environment.databaseUrl! });
  await client.connect();
  try {
    const graph = new DemoGraph(kernel.peers, MAIN_SHOP.key);
    let done = await countJobs(client, graph);
    for (let number = MAIN_SHOP.centres.length + 1; done < jobs; number += 1) {
      const centre = branchCentre(number, Math.min(JOBS_OF_A_BRANCH, jobs - done));
      const ids = await openShop(graph, { ...MAIN_SHOP, centres: [centre] });
      await openBranch(kernel, graph, { centre, serviceCentreId: ids[0]!, seed: FIRST_SEED + number });
      done = await countJobs(client, graph);
      progress(done);
    }
    await client.query('analyze');
  } finally {
    await client.end();
  }
}

async function countJobs(client: Client, { organisationId }: DemoGraph): Promise<number> {
  const { rows } = await client.query<{ many: number }>(
    `select count(*)::integer as many from workshop.job_card,
       (select set_config('liftbay.organisation', $1, false)) as tenant
     where organisation_id = $1::uuid`,
    [organisationId],
  );
  return rows[0]!.many;
}

function branchCentre(number: number, jobs: number): DemoCentre {
  const code = `FILIALE${number}`;
  const city = CITIES[number % CITIES.length]!;
  return {
    name: `Carrozzeria Fagioli, ${city} ${number}`,
    code,
    street: `Via Emilia ${number * 10}`,
    city,
    staff: technicians('demo.example', code, 0),
    history: {
      jobs,
      vehicles: Math.ceil(jobs / JOBS_OF_A_VEHICLE),
      customers: Math.ceil(jobs / JOBS_OF_A_CUSTOMER),
      days: Math.ceil(jobs / JOBS_A_DAY / WORKDAYS) * WEEKDAYS,
    },
  };
}

import type { DemoGraph } from './demo-graph';
import { MISSING, type Need, requestParts, TO_COME, useParts } from './job-parts';
import { Dice } from './random';

const SEED = 20_261_129;

/** What becomes of one job after the other: of all that there is, most of what is done already. */
const FATES = [
  'DELIVERED',
  'IN_PROGRESS',
  'CREATED',
  'DELIVERED',
  'WAITING_APPROVAL',
  'ASSIGNED',
  'COMPLETED',
  'WAITING_PARTS',
  'DELIVERED',
  'INSPECTED',
  'PAUSED',
  'CANCELLED',
] as const;
type Fate = (typeof FATES)[number];

interface Job {
  id: string;
  number: string;
}
interface Shop {
  technicianId: string;
  serviceItems: string[];
}

/** So many jobs are worked on, the others wait for who tries it out. */
const WORKED_ON = 3 * FATES.length;

/**
 * The first jobs of the first service centre are worked on by its technician, each as far as its number says. What has
 * been begun already stays as it is.
 */
export async function fillJobs(
  graph: DemoGraph,
  serviceCentreId: string,
  stopped: () => boolean,
): Promise<void> {
  const shop = await shopOf(graph, serviceCentreId);
  if (!shop) return;
  for (const job of await untouchedJobs(graph, serviceCentreId)) {
    const n = Number(job.number.replace(/\D/g, ''));
    if (stopped() || n > WORKED_ON) return;
    await new Work(graph, shop, job, new Dice(SEED + n)).until(FATES[n % FATES.length]!);
  }
}

class Work {
  constructor(
    private readonly graph: DemoGraph,
    private readonly shop: Shop,
    private readonly job: Job,
    private readonly dice: Dice,
  ) {}

  async until(fate: Fate): Promise<void> {
    const { id } = this.job;
    if (fate === 'CREATED') return;
    if (fate === 'CANCELLED') return this.run('cancelJobCard', id, 'reason: "The customer sold the car."');
    await this.inspect();
    const services = [await this.addService(), await this.addService()];
    if (fate === 'INSPECTED') return;
    await this.run('assignJobCard', id, `technicianId: "${this.shop.technicianId}"`);
    if (fate === 'ASSIGNED') return;
    await this.run('startJobCard', id);
    await this.run('startJobService', services[0]!);
    if (fate === 'PAUSED')
      return this.run('pauseJobCard', id, 'reason: "The lift is needed for another car."');
    if (fate === 'WAITING_APPROVAL') return this.propose();
    if (fate === 'WAITING_PARTS') return this.request(MISSING);
    await useParts(this.graph, id);
    if (fate === 'IN_PROGRESS') return this.request(TO_COME);
    await this.run('completeJobService', services[0]!);
    await this.run('skipJobService', services[1]!, 'reason: "Done at the last visit."');
    await this.run('completeJobCard', id);
    if (fate === 'DELIVERED') await this.run('deliverJobCard', id);
  }

  private async inspect(): Promise<void> {
    const { dice } = this;
    await this.command('recordPreInspection', 'RecordPreInspectionInput', {
      jobCardId: this.job.id,
      odometer: { value: 20_000 + dice.below(150_000), unit: 'KM' },
      fuelPercent: dice.below(101),
      exteriorCondition: dice.pick(['Small scratches.', 'Like new.', 'Dent in the left front wing.']),
      issues: [dice.pick(['Worn wipers', 'Brake fluid is dark', 'A tyre at 2 mm'])],
      estimatedCost: euro(`${80 + dice.below(400)}.00`),
      estimatedHours: String(1 + dice.below(6)),
    });
  }

  private addService(): Promise<string> {
    const serviceItemId = this.dice.pick(this.shop.serviceItems);
    return this.command('addJobService', 'AddJobServiceInput', {
      jobCardId: this.job.id,
      serviceItemId,
    });
  }

  private async propose(): Promise<void> {
    await this.command('proposeAdditionalService', 'ProposeAdditionalServiceInput', {
      jobCardId: this.job.id,
      title: 'Front brake discs',
      reason: 'Below the least thickness.',
      lines: [
        { name: 'Brake discs, front', quantity: '2', unitPrice: euro('62.00') },
        { name: 'Fitting', pricing: 'HOURLY', labourHours: '1.2', unitPrice: euro('58.00') },
      ],
    });
  }

  private async request(needs: readonly Need[]): Promise<void> {
    await requestParts(this.graph, this.job.id, needs);
  }

  private async run(command: string, id: string, more = ''): Promise<void> {
    await this.graph.ask('workshop', `mutation ($id: ID!) { ${command}(id: $id ${more}) { id } }`, { id });
  }

  private async command(name: string, type: string, input: Record<string, unknown>): Promise<string> {
    const document = `mutation ($input: ${type}!) { made: ${name}(input: $input) { id } }`;
    return (await this.graph.ask<{ made: { id: string } }>('workshop', document, { input })).made.id;
  }
}

const euro = (amount: string) => ({ amount, currency: 'EUR' });

async function shopOf(graph: DemoGraph, serviceCentreId: string): Promise<Shop | null> {
  const { technicians } = await graph.ask<{ technicians: { nodes: { id: string }[] } }>(
    'workshop',
    'query ($filter: TechnicianFilter!) { technicians(filter: $filter, first: 1) { nodes { id } } }',
    { filter: { serviceCentreId } },
  );
  const { serviceItems } = await graph.ask<{ serviceItems: { nodes: { id: string }[] } }>(
    'workshop',
    '{ serviceItems(filter: { active: true }, first: 100) { nodes { id } } }',
  );
  const [technician] = technicians.nodes;
  if (!technician || serviceItems.nodes.length === 0) return null;
  return {
    technicianId: technician.id,
    serviceItems: serviceItems.nodes.map(({ id }) => id),
  };
}

const UNTOUCHED = `query ($serviceCentreId: ID) {
  jobCards(filter: { status: [CREATED], serviceCentreId: $serviceCentreId }, orderBy: OLDEST, first: ${WORKED_ON}) {
    nodes { id number } } }`;

async function untouchedJobs(graph: DemoGraph, serviceCentreId: string): Promise<Job[]> {
  const { jobCards } = await graph.ask<{ jobCards: { nodes: Job[] } }>('workshop', UNTOUCHED, {
    serviceCentreId,
  });
  return jobCards.nodes;
}

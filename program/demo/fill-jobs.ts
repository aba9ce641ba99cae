import type { DemoGraph } from './demo-graph';
import { MISSING, type Need, requestParts, TO_COME, useParts } from './job-parts';
import { COMPLAINTS, euro } from './material';
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

/** Where its card hangs on the board; a job that was cancelled is on none. */
const STAGES: Readonly<Record<Exclude<Fate, 'CANCELLED'>, string>> = {
  CREATED: 'CONFIRMED',
  INSPECTED: 'RECEIVED',
  ASSIGNED: 'RECEIVED',
  WAITING_APPROVAL: 'DISASSEMBLY',
  PAUSED: 'BODYWORK',
  IN_PROGRESS: 'PAINT',
  WAITING_PARTS: 'REASSEMBLY',
  COMPLETED: 'READY',
  DELIVERED: 'DELIVERED',
};

interface Shop {
  technicianId: string;
  serviceItems: string[];
  /** By their keys. */
  stages: ReadonlyMap<string, string>;
}

/** So many cars are brought today: three for each that may become of one. */
const BROUGHT = 3 * FATES.length;

/** What was brought to a service centre today, each worked on as far as its place says. What has been begun stays as it is. */
export async function fillJobs(
  graph: DemoGraph,
  serviceCentreId: string,
  stopped: () => boolean,
): Promise<void> {
  const shop = await shopOf(graph, serviceCentreId);
  for (const [n, car] of (await carsOf(graph, serviceCentreId)).entries()) {
    if (stopped()) return;
    const dice = new Dice(SEED + n);
    const jobCardId = await graph.create('workshop', 'JobCard', {
      vehicleId: car.id,
      serviceCentreId,
      complaint: dice.pick(COMPLAINTS),
      idempotencyKey: `demo-job-${n}`,
    });
    if (!(await untouched(graph, jobCardId))) continue;
    const work = new Work(graph, { shop, car, id: jobCardId }, dice);
    const fate = FATES[n % FATES.length]!;
    if (fate !== 'CANCELLED') await work.placeAt(STAGES[fate]);
    await work.until(fate);
  }
}

interface Car {
  id: string;
  /** Kilometres. */
  odometer: { value: number } | null;
}
interface Job {
  id: string;
  shop: Shop;
  car: Car;
}

class Work {
  constructor(
    private readonly graph: DemoGraph,
    private readonly job: Job,
    private readonly dice: Dice,
  ) {}

  placeAt(stage: string): Promise<void> {
    return this.run('moveJobCardToStage', this.job.id, `stageId: "${this.job.shop.stages.get(stage)}"`);
  }

  async until(fate: Fate): Promise<void> {
    const { id } = this.job;
    if (fate === 'CREATED') return;
    if (fate === 'CANCELLED') return this.run('cancelJobCard', id, 'reason: "The customer sold the car."');
    await this.inspect();
    const services = [await this.addService(), await this.addService()];
    if (fate === 'INSPECTED') return;
    await this.run('assignJobCard', id, `technicianId: "${this.job.shop.technicianId}"`);
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
      odometer: { value: (this.job.car.odometer?.value ?? 20_000) + dice.below(2000), unit: 'KM' },
      fuelPercent: dice.below(101),
      exteriorCondition: dice.pick(['Small scratches.', 'Like new.', 'Dent in the left front wing.']),
      issues: [dice.pick(['Worn wipers', 'Brake fluid is dark', 'A tyre at 2 mm'])],
      estimatedCost: euro(`${80 + dice.below(400)}.00`),
      estimatedHours: String(1 + dice.below(6)),
    });
  }

  private addService(): Promise<string> {
    const serviceItemId = this.dice.pick(this.job.shop.serviceItems);
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

interface Found {
  technicians: { nodes: { id: string }[] };
  serviceItems: { nodes: { id: string }[] };
  jobStages: { id: string; key: string }[];
}

async function shopOf(graph: DemoGraph, serviceCentreId: string): Promise<Shop> {
  const { technicians, serviceItems, jobStages } = await graph.ask<Found>(
    'workshop',
    `query ($filter: TechnicianFilter!, $serviceCentreId: ID!) {
      jobStages(serviceCentreId: $serviceCentreId) { id key }
      technicians(filter: $filter, first: 1) { nodes { id } }
      serviceItems(filter: { active: true }, first: 100) { nodes { id } } }`,
    { filter: { serviceCentreId }, serviceCentreId },
  );
  return {
    technicianId: technicians.nodes[0]!.id,
    serviceItems: serviceItems.nodes.map(({ id }) => id),
    stages: new Map(jobStages.map(({ id, key }) => [key, id])),
  };
}

async function carsOf(graph: DemoGraph, serviceCentreId: string): Promise<Car[]> {
  const { vehicles } = await graph.ask<{ vehicles: { nodes: Car[] } }>(
    'vehicle',
    `query ($serviceCentreId: ID!) {
      vehicles(filter: { serviceCentreId: $serviceCentreId }, orderBy: OLDEST, first: ${BROUGHT}) { nodes { id odometer { value } } } }`,
    { serviceCentreId },
  );
  return vehicles.nodes;
}

async function untouched(graph: DemoGraph, id: string): Promise<boolean> {
  const { jobCard } = await graph.ask<{ jobCard: { status: string } }>(
    'workshop',
    'query ($id: ID!) { jobCard(id: $id) { status } }',
    { id },
  );
  return jobCard.status === 'CREATED';
}

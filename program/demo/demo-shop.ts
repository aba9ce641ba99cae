import { randomUUID } from 'node:crypto';
import { ANONYMOUS, systemIdentity } from '../../shared/access/identity';
import type { SubgraphName } from '../../shared/environment';
import type { Log } from '../../shared/log';
import { type PeerLinks, Peers } from '../../shared/subgraph/peers';
import { CARS, CITIES, COLOURS, COMPLAINTS, FIRST_NAMES, LAST_NAMES } from './material';
import { Dice } from './random';
import { DEMO_PASSWORD, DEMO_SLUG, DEMO_STAFF } from './sign-ins';

const CUSTOMERS = 200;
const SEED = 20_261_120;

type Id = { id: string };

/**
 * Fills the demo shop through the same commands that clients use. Every command carries an idempotency key, so
 * a filling that was interrupted goes on where it was.
 */
export class DemoShop {
  private organisationId = '';
  private centres: string[] = [];

  constructor(
    private readonly links: PeerLinks,
    private readonly log: Log,
  ) {}

  /** The organisation, its centres and a sign-in for each role: what must be there before anybody signs in. */
  async open(): Promise<void> {
    const { administrator, organisation, serviceCentre } = await this.signUp();
    this.organisationId = organisation.id;
    const second = await this.command<Id>('customer', 'createServiceCentre', 'CreateServiceCentreInput', {
      name: 'Carrozzeria Fagioli, Bologna',
      code: 'BOLOGNA',
      address: { street: 'Via Emilia 12', city: 'Bologna', country: 'IT' },
      idempotencyKey: 'demo-centre-2',
    });
    this.centres = [serviceCentre.id, second.id];
    const { roles } = await this.ask<{ roles: { id: string; kind: string }[] }>(
      'customer',
      '{ roles { id kind } }',
      {},
    );
    for (const { role, email, firstName, lastName } of DEMO_STAFF.filter((person) => person.role !== 'ADMIN'))
      await this.command('customer', 'createUser', 'CreateUserInput', {
        email,
        firstName,
        lastName,
        roleId: roles.find(({ kind }) => kind === role)!.id,
        serviceCentreIds: [serviceCentre.id],
        password: DEMO_PASSWORD,
        idempotencyKey: `demo-user-${role}`,
      });
    this.log.debug('demo shop opened', { administrator: administrator.id });
  }

  /** Customers, vehicles and jobs, one after another; `progress` hears how far it is. */
  async fill(progress: (done: number, all: number) => void, stopped: () => boolean): Promise<void> {
    const dice = new Dice(SEED);
    for (let n = 1; n <= CUSTOMERS && !stopped(); n += 1) {
      await this.customerWithCars(n, dice);
      progress(n, CUSTOMERS);
    }
  }

  private async customerWithCars(n: number, dice: Dice): Promise<void> {
    const centre = dice.pick(this.centres);
    const lastName = dice.pick(LAST_NAMES);
    const customer = await this.command<Id>('customer', 'createCustomer', 'CreateCustomerInput', {
      firstName: dice.pick(FIRST_NAMES),
      lastName,
      phone: `+39 320 ${String(1_000_000 + n * 37).slice(-7)}`,
      email: `customer${n}@example.com`,
      address: { street: `Via Roma ${n}`, city: dice.pick(CITIES), country: 'IT' },
      serviceCentreId: centre,
      idempotencyKey: `demo-customer-${n}`,
    });
    const cars = n % 2 === 0 ? 2 : 1;
    for (let car = 1; car <= cars; car += 1) {
      const [make, model] = dice.pick(CARS);
      const vehicle = await this.command<Id>('vehicle', 'createVehicle', 'CreateVehicleInput', {
        make,
        model,
        year: 2005 + dice.below(20),
        colour: dice.pick(COLOURS),
        plate: { number: plate(n, car), country: 'IT' },
        ownerId: customer.id,
        serviceCentreId: centre,
        idempotencyKey: `demo-vehicle-${n}-${car}`,
      });
      if (dice.next() < 0.6)
        await this.command('workshop', 'createJobCard', 'CreateJobCardInput', {
          vehicleId: vehicle.id,
          serviceCentreId: centre,
          complaint: dice.pick(COMPLAINTS),
          idempotencyKey: `demo-job-${n}-${car}`,
        });
    }
  }

  private async signUp() {
    const [admin] = DEMO_STAFF;
    const input = {
      name: 'Carrozzeria Fagioli',
      slug: DEMO_SLUG,
      country: 'IT',
      currency: 'EUR',
      locale: 'it-IT',
      timeZone: 'Europe/Rome',
      serviceCentre: {
        name: 'Carrozzeria Fagioli, Modena',
        code: 'MODENA',
        address: { street: 'Via Giardini 100', city: 'Modena', country: 'IT' },
      },
      administrator: {
        firstName: admin.firstName,
        lastName: admin.lastName,
        email: admin.email,
        password: DEMO_PASSWORD,
      },
      idempotencyKey: 'demo-organisation',
    };
    const { createOrganisation } = await this.ask<{
      createOrganisation: { organisation: Id; serviceCentre: Id; administrator: Id };
    }>(
      'customer',
      `mutation ($input: CreateOrganisationInput!) { createOrganisation(input: $input) {
         organisation { id } serviceCentre { id } administrator { id } } }`,
      { input },
    );
    return createOrganisation;
  }

  private async command<T>(
    subgraph: SubgraphName,
    name: string,
    type: string,
    input: Record<string, unknown>,
  ): Promise<T> {
    const document = `mutation ($input: ${type}!) { result: ${name}(input: $input) { id } }`;
    return (await this.ask<{ result: T }>(subgraph, document, { input })).result;
  }

  private ask<T>(subgraph: SubgraphName, query: string, variables: Record<string, unknown>): Promise<T> {
    const identity = this.organisationId ? systemIdentity(this.organisationId) : ANONYMOUS;
    const facts = { requestId: randomUUID(), address: '127.0.0.1', userAgent: 'demo', refreshToken: null };
    return new Peers(this.links, identity, facts).ask(subgraph, query, variables);
  }
}

/** An Italian plate: two letters, three digits, two letters. */
function plate(customer: number, car: number): string {
  const letters = 'ABCDEFGHJKLMNPRSTVWXYZ';
  const at = (n: number) => letters[n % letters.length]!;
  return `${at(5)}${at(customer)} ${String(100 + customer).slice(-3)}${at(Math.floor(customer / 20))}${at(car)}`;
}

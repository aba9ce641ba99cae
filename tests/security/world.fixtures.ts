import type { TestGraph } from '../harness/graph';
import type { Shop } from '../harness/shop';
import { type Caller, oneOfEachRole } from './callers.fixtures';
import { idOf } from './id-of.fixtures';
import type { Grant } from './matrix';
import { type Host, KINDS, type Kind, type Known, MAKERS } from './records.fixtures';
import { Stored } from './stored.fixtures';

/** Where a record is, as seen by who asks: their own, of their service centre, of another, of another shop. */
export const PLACES = ['own', 'ownCentre', 'otherCentre', 'otherOrganisation'] as const;
export type Place = (typeof PLACES)[number];

/** Where a grant of the matrix reaches. */
export const REACH: Readonly<Record<Grant, readonly Place[]>> = {
  A: ['own', 'ownCentre', 'otherCentre'],
  C: ['own', 'ownCentre'],
  S: ['own'],
  '-': [],
};

/** Two shops, one of them with two service centres and somebody of each role; records as they are needed. */
export class World {
  callers: Caller[] = [];
  readonly known = new Map<string, Known>();
  readonly stored: Stored;
  readonly technicianRole = new Map<string, string>();
  private shops!: { here: Shop; there: Shop };
  private readonly standing = new Map<string, string | null>();

  constructor(
    readonly graph: TestGraph,
    /** Which records there are. */
    private readonly kinds: readonly Kind[] = KINDS,
  ) {
    this.stored = new Stored(graph);
  }

  async build(): Promise<void> {
    this.shops = { here: await this.openShop(), there: await this.openShop() };
    this.callers = await oneOfEachRole(this.graph, this.shops.here);
    for (const kind of this.kinds)
      for (const place of PLACES)
        for (const caller of place === 'own' ? this.callers : this.callers.slice(0, 1))
          this.standing.set(keyOf(kind, place, caller), await this.make(kind, place, caller));
    await this.quiet();
  }

  caller(role: string): Caller {
    return this.callers.find((caller) => caller.role === role)!;
  }

  get here(): Shop {
    return this.shops.here;
  }

  get there(): Shop {
    return this.shops.there;
  }

  /** The same record each time; null where there is none of the kind in such a place. */
  stands(kind: Kind, place: Place, caller: Caller): string | null {
    return this.standing.get(keyOf(kind, place, caller)) ?? null;
  }

  /** A new record, for a command that uses it up. */
  make(kind: Kind, place: Place, caller: Caller): Promise<string | null> {
    return MAKERS[kind](this, this.host(place), place === 'own' ? caller : null, place);
  }

  async fingerprint() {
    const { here, there } = this.shops;
    return [await this.stored.fingerprint(here.id), await this.stored.fingerprint(there.id)];
  }

  quiet(): Promise<void> {
    return this.stored.quiet(this.shops.here.id, this.shops.there.id);
  }

  private host(place: Place): Host {
    const shop = place === 'otherOrganisation' ? this.shops.there : this.shops.here;
    const centre = shop.centres[place === 'otherCentre' ? 1 : 0]!;
    return { shop, client: shop.admin.client, centre };
  }

  private async openShop(): Promise<Shop> {
    const shop = await this.graph.shop();
    const { client } = shop.admin;
    shop.centres.push(
      await idOf(client, 'createServiceCentre', 'CreateServiceCentreInput', {
        name: 'Second centre',
        code: 'SECOND',
      }),
    );
    await client.ask('mutation { updateOrganisation(input: { requiresInspection: false }) { id } }');
    const { roles } = await client.ask<{ roles: { id: string; kind: string }[] }>('{ roles { id kind } }');
    this.technicianRole.set(shop.id, roles.find(({ kind }) => kind === 'TECHNICIAN')!.id);
    return shop;
  }
}

const keyOf = (kind: Kind, place: Place, { role }: Caller) => `${kind} ${place === 'own' ? role : place}`;

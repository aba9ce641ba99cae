import type { ObjectLiteral } from 'typeorm';
import { type Identity, type Reach, requireReach } from '../access/identity';
import { idList, type Sql, sql } from './sql';

/** Who looks, and how far their permission reaches for the type at hand. */
export interface Viewer {
  identity: Identity;
  reach: Reach;
}

/**
 * How an entity may be read: the only door to its rows by id, for resolvers, references, lists and locks
 * alike. `visible` is a predicate over the table under the alias `t`; the tenant is row-level security's.
 */
export interface Readable<E extends ObjectLiteral> {
  entity: new () => E;
  /** Read permission, or null where the type is open to whoever is signed in to the organisation. */
  permission: string | null;
  /** For "… not found". */
  called: string;
  visible(viewer: Viewer): Sql;
}

export const readable = <E extends ObjectLiteral>(definition: Readable<E>): Readable<E> => definition;

export const everyone = (): Sql => sql`true`;

/** A row as it comes from the database: an entity's columns, without its class. */
export type Row<E> = E;

export function visibleTo<E extends ObjectLiteral>(definition: Readable<E>, identity: Identity): Sql {
  const reach = definition.permission === null ? 'all' : requireReach(identity, definition.permission);
  return definition.visible({ identity, reach });
}

/** The usual predicate for a record of one service centre. */
export function inCentres(viewer: Viewer, column: Sql): Sql {
  const centres = viewer.identity.serviceCentreIds;
  return centres === null ? sql`true` : sql`${column} = any(${idList(centres)}::uuid[])`;
}

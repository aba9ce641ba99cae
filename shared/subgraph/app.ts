import type { BuildSchemaOptions } from 'type-graphql';
import type { ObjectLiteral } from 'typeorm';
import type { ClockworkItem } from '../clockwork/clockwork';
import type { ConstraintErrors } from '../database/constraint-errors';
import type { Readable } from '../database/readable';
import type { SubgraphName } from '../environment';
import type { EventHandler } from '../events/handler';
import type { Task } from '../events/task';
import type { Invariant } from '../invariants/invariant';
import type { PersonalData } from '../personal-data/personal-data';

/** Answers `_entities` for one type: key in, record out, or null when it is not there or not theirs to see. */
export interface Reference {
  type: string;
  /** How its records are read; null for a type that another subgraph owns and this one adds fields to. */
  read: Readable<ObjectLiteral> | null;
}

/** Everything a subgraph is made of, listed by hand: what is not listed does not exist. */
export interface SubgraphApp {
  name: SubgraphName;
  entities: (new () => ObjectLiteral)[];
  resolvers: BuildSchemaOptions['resolvers'];
  references: Reference[];
  handlers: EventHandler[];
  tasks: Task[];
  /** What is true of its data at any moment; `npm run audit` recomputes it. */
  invariants?: Invariant[];
  /** What it does by the clock. */
  clockwork?: ClockworkItem[];
  /** What it holds of persons; `NO_PERSONAL_DATA` where that is nothing. */
  personalData?: PersonalData;
  constraints: ConstraintErrors;
  /** Data that follows from the code and is brought in step after each migration, as the schema's owner. */
  synchronise?(query: (text: string, values: unknown[]) => Promise<unknown>): Promise<void>;
}

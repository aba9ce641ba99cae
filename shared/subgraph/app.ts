import type { BuildSchemaOptions } from 'type-graphql';
import type { ObjectLiteral } from 'typeorm';
import type { ConstraintErrors } from '../database/constraint-errors';
import type { SubgraphName } from '../environment';
import type { EventHandler } from '../events/handler';
import type { Task } from '../events/task';
import type { Context } from './context';

/** Answers `_entities` for one type: key in, record out, or null when it is not there or not theirs to see. */
export interface Reference {
  type: string;
  /** False for a type that another subgraph owns and this one adds fields to. */
  owned: boolean;
  resolve(key: { id: string }, context: Context): Promise<object | null> | object | null;
}

/** Everything a subgraph is made of, listed by hand: what is not listed does not exist. */
export interface SubgraphApp {
  name: SubgraphName;
  entities: (new () => ObjectLiteral)[];
  resolvers: BuildSchemaOptions['resolvers'];
  references: Reference[];
  handlers: EventHandler[];
  tasks: Task[];
  constraints: ConstraintErrors;
  /** Data that follows from the code and is brought in step after each migration, as the schema's owner. */
  synchronise?(query: (text: string, values: unknown[]) => Promise<unknown>): Promise<void>;
}

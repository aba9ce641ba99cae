import {
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Path } from 'graphql/jsutils/Path';
import { chanceOf, pickBy } from './chance.fixtures';

/** `now`: everything is at hand. `late`: what fails does so in a promise. `mixed`: any of it may be a promise. */
export type Delivery = 'now' | 'late' | 'mixed';

/** An object of the random world: its properties are worked out when they are read. */
export interface Mood {
  readonly $path: string;
  readonly $type: string;
}

interface Outcome {
  fails: boolean;
  give(): unknown;
}

const fine = (value: unknown): Outcome => ({ fails: false, give: () => value });
const bad = (value: unknown): Outcome => ({ fails: true, give: () => value });
const throwing = (thrown: unknown): Outcome => ({
  fails: true,
  give: () => {
    throw thrown;
  },
});

export const pathOf = (path: Path): string =>
  path.prev ? `${pathOf(path.prev)}.${path.key}` : String(path.key);

/**
 * What every resolver and property gives, by seed and place alone: the same for each executor that asks. `timing`
 * changes which of the promises is quicker, and nothing else.
 */
export class World {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly seed: number,
    /** How much of it fails, from 0 to 1. */
    private readonly failing: number,
    private readonly delivery: Delivery,
    private readonly timing = 0,
  ) {}

  outcome(type: GraphQLOutputType, path: string): unknown {
    return this.deliver(this.decide(type, path), path);
  }

  isOfType(value: Mood, type: string): boolean | Promise<boolean> {
    const answer = () => value.$type === type;
    return this.chance(value.$path, 'is', type) < 0.3 && this.delivery !== 'now'
      ? this.after(value.$path, answer)
      : answer();
  }

  typeNameOf(value: Mood): unknown {
    const wrong = [throwing(new Error('untold')), bad('Nothing'), bad('Person'), bad(undefined)];
    const chosen = this.fails(value.$path, 'told')
      ? pickBy(this.chance(value.$path, 'how'), wrong)
      : fine(value.$type);
    return this.deliver(chosen, `${value.$path}~`);
  }

  private deliver(outcome: Outcome, path: string): unknown {
    if (this.delivery === 'now') return outcome.give();
    const must = this.delivery === 'late' && outcome.fails;
    return must || this.chance(path, 'late') < 0.35 ? this.after(path, outcome.give) : outcome.give();
  }

  private async after(path: string, give: () => unknown): Promise<never> {
    const ticks = Math.floor(this.chance(path, 'ticks', this.timing) * 12);
    for (let tick = 0; tick < ticks; tick += 1) await null;
    return give() as never;
  }

  private decide(type: GraphQLOutputType, path: string): Outcome {
    if (this.fails(path, 'fails')) return this.failure(path);
    const none = pickBy(this.chance(path, 'none'), [null, undefined]);
    if (isNonNullType(type)) return this.fails(path, 'null') ? bad(none) : this.value(type.ofType, path);
    return this.chance(path, 'null') < 0.1 ? fine(none) : this.value(type, path);
  }

  private failure(path: string): Outcome {
    const message = `failed at ${path}`;
    // At hand, an item fails as an error in its list, which it could not if it were no error.
    const isItem = /\d$/.test(path);
    return pickBy(this.chance(path, 'how'), [
      throwing(new Error(message)),
      ...(isItem ? [] : [throwing(message), throwing(undefined)]),
      throwing(new GraphQLError(message, { extensions: { code: 'RANDOM' } })),
      bad(new Error(message)),
    ]);
  }

  private value(type: GraphQLOutputType, path: string): Outcome {
    if (isListType(type)) return this.list(type.ofType, path);
    if (isObjectType(type)) return this.object(type, path);
    if (isAbstractType(type)) {
      const wrong = this.fails(path, 'type') && type.name !== 'Told';
      const name = pickBy(this.chance(path, 'kind'), this.schema.getPossibleTypes(type)).name;
      if (!wrong) return this.object(this.schema.getType(name) as GraphQLObjectType, path);
      const named = pickBy(this.chance(path, 'wrong'), ['Nothing', 'Colour', 'Mutation', 7]);
      return bad({ __typename: named });
    }
    const wrong = this.fails(path, 'leaf');
    const name = (type as { name: string }).name;
    if (isEnumType(type))
      return wrong ? bad('PINK') : fine(pickBy(this.chance(path), ['RED', 'GREEN', 'BLUE']));
    if (wrong) return bad(name === 'Even' ? pickBy(this.chance(path, 'odd'), [3, 0]) : { no: name });
    return fine(pickBy(this.chance(path), LEAVES[name]!));
  }

  private list(of: GraphQLOutputType, path: string): Outcome {
    if (this.fails(path, 'iterable')) return bad(pickBy(this.chance(path), ['text', 5, {}]));
    const length = Math.floor(this.chance(path, 'length') * 4);
    const item = (index: number) => this.item(of, `${path}.${index}`);
    const items = () => Array.from({ length }, (_, index) => item(index));
    const kind = this.chance(path, 'iterator');
    if (kind < 0.1 && this.delivery === 'now') return { fails: false, give: () => items().values() };

    if (kind > 0.9 && this.delivery !== 'late') {
      const breaks = this.fails(path, 'breaks') ? new Error(`broke at ${path}`) : null;
      return { fails: breaks !== null, give: () => generate(length, item, breaks) };
    }
    return { fails: false, give: items };
  }

  /** Nothing throws in a list that is at hand: what fails is an error among its items, or a promise. */
  private item(of: GraphQLOutputType, path: string): unknown {
    try {
      return this.outcome(of, path);
    } catch (thrown) {
      return thrown;
    }
  }

  private object(type: GraphQLObjectType, path: string): Outcome {
    const lies = this.fails(path, 'lies') && type.isTypeOf;
    const object = Object.create(this.prototypeOf(type), {
      $path: { value: path },
      $type: { value: lies ? 'Liar' : type.name },
    });
    if (!type.isTypeOf) object.__typename = type.name;
    return lies ? bad(object) : fine(object);
  }

  private readonly prototypes = new Map<GraphQLObjectType, object>();

  private prototypeOf(type: GraphQLObjectType): object {
    const known = this.prototypes.get(type);
    if (known) return known;
    const world = this;
    const prototype = {};
    for (const field of Object.values(type.getFields())) {
      Object.defineProperty(prototype, field.name, {
        get(this: Mood) {
          const path = `${this.$path}.${field.name}`;
          if (field.name !== 'called') return world.outcome(field.type, path);
          return (args: object, context: World, { fieldName }: { fieldName: string }) =>
            world.fails(path, 'call') && world.delivery !== 'late'
              ? throwing(new Error(`called ${path}`)).give()
              : `${JSON.stringify(args)} ${context === world} ${fieldName}`;
        },
      });
    }
    this.prototypes.set(type, prototype);
    return prototype;
  }

  private fails(...words: string[]): boolean {
    return this.chance(...words, 'fails') < this.failing * 0.15;
  }

  private chance(...words: (string | number)[]): number {
    return chanceOf(this.seed, ...words);
  }
}

/** Makes each item when it is asked for: nobody hears of those that a failure before them has left unasked. */
function* generate(
  length: number,
  item: (index: number) => unknown,
  breaks: Error | null,
): Generator<unknown> {
  for (let index = 0; index < length; index += 1) yield item(index);
  if (breaks) throw breaks;
}

const LEAVES: Record<string, unknown[]> = {
  Int: [0, -1, 42, 2_147_483_647, true, '12'],
  Float: [0.5, -7, 1e300, true, '2.5'],
  String: ['', 'text', 5, true, 'ü"\\'],
  ID: ['a', 7, 'id'],
  Boolean: [true, false, 0, 1],
  Even: [2, 4, -8],
};

import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, ObjectType, Subscription } from 'type-graphql';
import type { Context } from '../subgraph/context';
import { cursorAt, positionOf } from './cursor';
import type { Happening, Listening } from './happening';

interface LiveOptions {
  description: string;
}

/**
 * A subscription's field. The gateway reads the log of events and asks the field about each that it listens to, as
 * it asks a query's: under who the subscriber is at that moment, so that nothing is seen by rights that are gone.
 */
export const Live = (type: () => object, { description }: LiveOptions): MethodDecorator =>
  Subscription(type as () => ObjectConstructor, {
    description,
    subscribe: () => {
      throw new Error('The gateway reads the log and asks about each event.');
    },
  });

/** Where to go on, as every subscription takes it. */
@ArgsType()
export class LiveArgs {
  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of the last payload that arrived: what happened since comes first, in order, then what happens. Without one it begins now.',
  })
  @IsOptional()
  @MaxLength(100)
  after?: string;
}

/** What every payload of a subscription has. */
@ObjectType()
export abstract class LiveUpdate {
  @Field({ description: 'Keep it: with it as `after` a subscription goes on behind this payload.' })
  cursor!: string;

  @Field({ description: 'When it happened.' })
  occurredAt!: Date;
}

export const updateOf = ({ position, occurredAt }: Happening): LiveUpdate => ({
  cursor: cursorAt(position),
  occurredAt: new Date(occurredAt),
});

/**
 * A subscription, written once: what it listens to, and what it tells of an event; null when the event is not for
 * this subscriber. What is returned where there is nothing to tell reaches nobody.
 */
export async function live<Update>(
  { live: asked, extensions }: Pick<Context, 'live' | 'extensions'>,
  { after, ...listening }: Omit<Listening, 'from'> & LiveArgs,
  tell: (happening: Happening) => Update | null | Promise<Update | null>,
): Promise<Update> {
  if (!asked) throw new Error('A subscription is asked through the gateway.');
  if (!asked.happening) {
    const from = after === undefined || after === null ? undefined : positionOf(after);
    extensions.listening = { ...listening, from } satisfies Listening;
  } else {
    const update = await tell(asked.happening);
    if (update) return update;
    extensions.passedOver = true;
  }
  return null as Update;
}

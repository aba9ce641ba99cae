import { Ctx, Query, Resolver } from 'type-graphql';
import { SignedIn } from '../../../shared/access/permission';
import { sql } from '../../../shared/database/sql';
import { cursorAt } from '../../../shared/live/cursor';
import { Context } from '../../../shared/subgraph/context';

@Resolver()
export class LiveCursorResolver {
  @Query(() => String, {
    description:
      'Where the log of events stands now. Ask for it first, then for what you show, and subscribe with it as `after`: what happens in between is told, and nothing is missed.',
  })
  @SignedIn()
  async liveCursor(@Ctx() { reader }: Context): Promise<string> {
    const [bounds] = await reader.query<{ reached: number }>(
      sql`select reached from platform.event_bounds()`,
    );
    return cursorAt(Number(bounds!.reached));
  }
}

import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { UserStub } from '../stubs/user.stub';
import { AccessLog } from './access-log.entity';
import { AccessLogFilter } from './access-log.input';
import { ActorKind } from './audit-log.entity';
import { listAccessLogs } from './list-logs';

const AccessLogConnection = connectionOf(AccessLog, 'AccessLog');

@Resolver(() => AccessLog)
export class AccessLogResolver {
  @Query(() => AccessLogConnection, {
    description:
      'Who was shown personal data of whom, the latest first; for those who work in all service centres.',
  })
  @Permission('audit:read')
  accessLogs(
    @Arg('filter', () => AccessLogFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: AccessLogFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AccessLog>> {
    return listAccessLogs(context, filter, page);
  }

  @FieldResolver(() => UserStub, { nullable: true, description: 'The user who was shown it, if it was one.' })
  @Permission('users:read')
  actor(@Root() entry: Row<AccessLog>): UserStub | null {
    return entry.actorKind === ActorKind.USER ? { id: entry.actorId } : null;
  }
}

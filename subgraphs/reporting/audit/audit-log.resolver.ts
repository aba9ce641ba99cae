import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import type { Row } from '../../../shared/database/readable';
import { type Connection, connectionOf, PageArgs } from '../../../shared/paging';
import { Context } from '../../../shared/subgraph/context';
import { ServiceCentreStub } from '../stubs/service-centre.stub';
import { UserStub } from '../stubs/user.stub';
import { ActorKind, AuditLog } from './audit-log.entity';
import { AuditLogFilter } from './audit-log.input';
import { auditLogs } from './audit-log.loader';
import { listAuditLogs } from './list-logs';

const AuditLogConnection = connectionOf(AuditLog, 'AuditLog');

@Resolver(() => AuditLog)
export class AuditLogResolver {
  @Query(() => AuditLogConnection, { description: 'Who changed what, the latest first.' })
  @Permission('audit:read')
  auditLogs(
    @Arg('filter', () => AuditLogFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: AuditLogFilter,
    @Args() page: PageArgs,
    @Ctx() context: Context,
  ): Promise<Connection<AuditLog>> {
    return listAuditLogs(context, filter, page);
  }

  @Query(() => AuditLog, {
    nullable: true,
    description: 'One entry, or null when it is not there or not theirs to see.',
  })
  @Permission('audit:read')
  auditLog(
    @Arg('id', () => ID, { description: 'Which.' }) id: string,
    @Ctx() context: Context,
  ): Promise<AuditLog | null> {
    return context.load(auditLogs, id);
  }

  @FieldResolver(() => UserStub, { nullable: true, description: 'The user who did it, if it was one.' })
  @Permission('users:read')
  actor(@Root() entry: Row<AuditLog>): UserStub | null {
    return entry.actorKind === ActorKind.USER && entry.actorId ? { id: entry.actorId } : null;
  }

  @FieldResolver(() => ServiceCentreStub, {
    nullable: true,
    description: 'The service centre of the record; null for records of the whole organisation.',
  })
  @Permission('serviceCentres:read')
  serviceCentre(@Root() entry: Row<AuditLog>): ServiceCentreStub | null {
    return entry.serviceCentreId ? { id: entry.serviceCentreId } : null;
  }
}

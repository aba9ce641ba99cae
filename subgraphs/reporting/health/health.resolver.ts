import { Ctx, Query, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { SystemHealth } from './health.type';
import { systemHealth } from './system-health';

@Resolver(() => SystemHealth)
export class HealthResolver {
  @Query(() => SystemHealth, {
    description: 'How the program does, for administrators: looked at when it is asked for.',
  })
  @Permission('system:read')
  systemHealth(@Ctx() context: Context): Promise<SystemHealth> {
    return systemHealth(context);
  }
}

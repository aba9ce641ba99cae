import { Args, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import { Internal } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { takeInVisitor } from './take-in-visitor';
import { Visitor, VisitorArgs } from './visitor.type';

/** Asked by other subgraphs on the program's behalf; clients do not see it. */
@Resolver()
export class VisitorResolver {
  @Mutation(() => Visitor, { description: 'Takes in somebody who came without an account.' })
  @Directive('@inaccessible')
  @Internal()
  takeInVisitor(@Args() visitor: VisitorArgs, @Ctx() context: Context): Promise<Visitor> {
    return takeInVisitor(context, visitor);
  }
}

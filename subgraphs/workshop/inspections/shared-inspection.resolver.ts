import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { InspectionItem } from './inspection-item.entity';
import { itemsOf } from './items-of';
import { sharedInspection } from './read-shared';
import { SharedInspection } from './shared-inspection.type';

@Resolver(() => SharedInspection)
export class SharedInspectionResolver {
  @Query(() => SharedInspection, {
    nullable: true,
    description:
      'What a published inspection shows to its customer: with the access token of its link (`openLink`), or of one ' +
      'that you name and may see. Null when it is not published, or not shared any more.',
  })
  @Permission('inspections:read')
  sharedInspection(
    @Arg('id', () => ID, { nullable: true, description: 'Which one; a link has only one.' })
    id: string | null,
    @Ctx() context: Context,
  ): Promise<SharedInspection | null> {
    return sharedInspection(context, id);
  }

  @FieldResolver(() => [InspectionItem], { description: 'What was looked at and what was found, in order.' })
  items(@Root() { id }: SharedInspection, @Ctx() context: Context): Promise<InspectionItem[]> {
    return itemsOf(context, id);
  }
}

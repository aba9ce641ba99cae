import { Length, Matches } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import { Permission } from '../../../shared/access/permission';
import { Context } from '../../../shared/subgraph/context';
import { Inspection } from './inspection.entity';
import {
  PublishInspectionInput,
  RecordedItemInput,
  RecordInspectionItemsInput,
  StartInspectionInput,
} from './inspection.input';
import { cancelInspection, publishInspection } from './publish-inspection';
import { recordItems } from './record-items';
import { revokeInspectionLinks, shareInspection } from './share-inspection';
import { startInspection } from './start-inspection';

const ID_OF_INSPECTION = { description: 'The inspection.' };

@ArgsType()
class CancelInspectionArgs {
  @Field(() => ID, ID_OF_INSPECTION)
  id!: string;

  @Field({ description: 'Why.' })
  @Length(1, 1000)
  @Matches(/\S/, { message: 'this cannot be blank' })
  reason!: string;
}

@Resolver()
export class InspectionCommands {
  @Mutation(() => Inspection, {
    description:
      'Begins to look a vehicle over, by a template as it is now. Again with the same template, before that is ' +
      'done: goes on with it.',
  })
  @Permission('inspections:create')
  startInspection(
    @Arg('input', { description: 'For which job, by which template.' }) input: StartInspectionInput,
    @Ctx() context: Context,
  ): Promise<Inspection> {
    return startInspection(context, input);
  }

  @Mutation(() => Inspection, {
    description:
      'Records what was found of one item. The same again changes nothing, so a call can be repeated. Not once the ' +
      'inspection is published: CONFLICT with `reason: NOT_OPEN`.',
  })
  @Permission('inspections:update')
  recordInspectionItem(
    @Arg('inspectionId', () => ID, ID_OF_INSPECTION) inspectionId: string,
    @Arg('input', { description: 'What was found.' }) input: RecordedItemInput,
    @Ctx() context: Context,
  ): Promise<Inspection> {
    return recordItems(context, inspectionId, [{ given: input, at: 'input' }]);
  }

  @Mutation(() => Inspection, {
    description: 'Records what was found of several items: all of it is kept, or none. Otherwise as for one.',
  })
  @Permission('inspections:update')
  recordInspectionItems(
    @Arg('inspectionId', () => ID, ID_OF_INSPECTION) inspectionId: string,
    @Arg('input', { description: 'What was found.' }) { items }: RecordInspectionItemsInput,
    @Ctx() context: Context,
  ): Promise<Inspection> {
    return recordItems(
      context,
      inspectionId,
      items.map((given, n) => ({ given, at: `input.items.${n}` })),
    );
  }

  @Mutation(() => Inspection, {
    description:
      'Publishes an inspection whose required items are recorded; from then on it never changes. The customer is sent ' +
      'a link to it. Before: CONFLICT with `reason: OPEN_ITEMS` and their keys as `items`. Again: nothing happens.',
  })
  @Permission('inspections:publish')
  publishInspection(
    @Arg('id', () => ID, ID_OF_INSPECTION) id: string,
    @Arg('input', () => PublishInspectionInput, { defaultValue: { share: true }, description: 'How.' })
    input: PublishInspectionInput,
    @Ctx() context: Context,
  ): Promise<Inspection> {
    return publishInspection(context, id, input);
  }

  @Mutation(() => Inspection, {
    description:
      'Sends the customer a link to a published inspection, which needs no account and works for 30 days. Those ' +
      'before go on working as long.',
  })
  @Permission('inspections:share')
  shareInspection(
    @Arg('id', () => ID, ID_OF_INSPECTION) id: string,
    @Ctx() context: Context,
  ): Promise<Inspection> {
    return shareInspection(context, id);
  }

  @Mutation(() => Inspection, {
    description: 'Takes all links to an inspection back, and closes at once what was opened with them.',
  })
  @Permission('inspections:share')
  revokeInspectionLinks(
    @Arg('id', () => ID, ID_OF_INSPECTION) id: string,
    @Ctx() context: Context,
  ): Promise<Inspection> {
    return revokeInspectionLinks(context, id);
  }

  @Mutation(() => Inspection, {
    description: 'Gives an inspection up that is not published. Again: nothing happens.',
  })
  @Permission('inspections:cancel')
  cancelInspection(
    @Args() { id, reason }: CancelInspectionArgs,
    @Ctx() context: Context,
  ): Promise<Inspection> {
    return cancelInspection(context, id, reason);
  }
}

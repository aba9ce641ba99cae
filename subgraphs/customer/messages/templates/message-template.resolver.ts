import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Permission } from '../../../../shared/access/permission';
import { Context } from '../../../../shared/subgraph/context';
import { listTemplates } from './list-templates';
import { MessageTemplateFilter, UpdateMessageTemplateInput } from './message-template.input';
import { MessageTemplate } from './message-template.type';
import { updateTemplate } from './update-template';

@Resolver(() => MessageTemplate)
export class MessageTemplateResolver {
  @Query(() => [MessageTemplate], {
    description:
      'The texts of all messages, for each channel in each language: as they are used, with what is built in. ' +
      'Messages that sign somebody in are not among them.',
  })
  @Permission('messageTemplates:read')
  messageTemplates(
    @Arg('filter', () => MessageTemplateFilter, { defaultValue: {}, description: 'Which of them.' })
    filter: MessageTemplateFilter,
    @Ctx() context: Context,
  ): Promise<MessageTemplate[]> {
    return listTemplates(context, filter);
  }

  @Mutation(() => MessageTemplate, {
    description: 'Sets a text of your own, or takes it back; again with the same text: nothing happens.',
  })
  @Permission('messageTemplates:update')
  updateMessageTemplate(
    @Arg('input', { description: 'The text and its place.' }) input: UpdateMessageTemplateInput,
    @Ctx() context: Context,
  ): Promise<MessageTemplate> {
    return updateTemplate(context, input);
  }
}

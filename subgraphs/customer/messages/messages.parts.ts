import type { Parts } from '../../../shared/subgraph/parts';
import { notifyHandlers } from './kinds/notify.handlers';
import { notifyTask } from './kinds/notify.task';
import { Message } from './message.entity';
import { MessageResolver } from './message.resolver';
import { messageTask } from './message.task';
import { ProviderResolver } from './provider/provider.resolver';
import { OwnTemplate } from './templates/message-template.entity';
import { MessageTemplateResolver } from './templates/message-template.resolver';

/** The outbox that every message goes through, its texts, and what providers say. */
export const messagesParts = {
  entities: [Message, OwnTemplate],
  resolvers: [MessageResolver, MessageTemplateResolver, ProviderResolver],
  handlers: notifyHandlers,
  tasks: [messageTask, notifyTask],
} satisfies Parts;

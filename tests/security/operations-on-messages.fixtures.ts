import { command, create, list, type Operation, plain } from './operation.fixtures';

export const MESSAGE_QUERIES: readonly Operation[] = [
  list('notifications', 'notification'),
  plain('unreadNotificationCount', '{ unreadNotificationCount }'),
  plain('notificationPreferences', '{ notificationPreferences { enabled } }'),
  list('messages', 'message'),
  plain('messageTemplates', '{ messageTemplates(filter: { channel: SMS }) { body } }'),
];

export const MESSAGES: readonly Operation[] = [
  command('markNotificationRead', 'notification'),
  plain('markAllNotificationsRead', 'mutation { markAllNotificationsRead }'),
  command('deleteNotification', 'notification', ''),
  plain(
    'updateNotificationPreferences',
    `mutation { updateNotificationPreferences(input: { preferences: [
       { category: JOB_CARD, channel: SMS, enabled: false } ] }) { enabled } }`,
  ),
  create('sendMessage', 'customer', 'SendMessageInput', ({ id, world, place }) => ({
    customerId: id,
    channel: 'EMAIL',
    purpose: 'SERVICE',
    subject: 'News',
    body: 'Hello.',
    serviceCentreId: place === 'own' ? null : world.here.centres[0],
  })),
  command('retryMessage', 'message'),
  plain(
    'updateMessageTemplate',
    `mutation { updateMessageTemplate(input: {
       kind: STAFF_MESSAGE, channel: SMS, language: EN, body: "{{body}}" }) { body } }`,
  ),
  create('recordConsent', 'customer', 'RecordConsentInput', ({ id, place }) => ({
    customerId: id,
    channel: 'WHATSAPP',
    purpose: 'MARKETING',
    given: false,
    source: place === 'own' ? 'PORTAL' : 'IN_PERSON',
  })),
];

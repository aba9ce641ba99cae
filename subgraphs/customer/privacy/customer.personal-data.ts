import { together } from '../../../shared/personal-data/personal-data';
import { carePersonalData } from '../care/care.personal-data';
import { consentsPersonalData } from '../consents/consents.personal-data';
import { crmPersonalData } from '../crm/crm.personal-data';
import { filesPersonalData } from '../files/files.personal-data';
import { messagesPersonalData } from '../messages/messages.personal-data';
import { notificationsPersonalData } from '../notifications/notifications.personal-data';
import { signInPersonalData } from '../sign-in/account.personal-data';
import { exportsPersonalData } from './exports.personal-data';

/** What is found by an address or through the account comes before those. */
export const customerPersonalData = together(
  messagesPersonalData,
  notificationsPersonalData,
  consentsPersonalData,
  filesPersonalData,
  exportsPersonalData,
  carePersonalData,
  crmPersonalData,
  signInPersonalData,
);

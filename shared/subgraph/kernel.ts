import type { Clock } from '../clock';
import type { DocumentCheck } from '../documents/document-check';
import type { Environment } from '../environment';
import type { FileStorage } from '../files/storage';
import type { Topics } from '../live/topics';
import type { Log } from '../log';
import type { MessageSenders } from '../messages/senders';
import type { Secrets } from '../secrets';
import type { AccessTokens } from '../security/access-token';
import type { Keyring } from '../security/keyring';
import type { PeerLinks } from './peers';

/** What a process has one of, handed to everything that runs in it. */
export interface Kernel {
  environment: Environment;
  secrets: Secrets;
  keyring: Keyring;
  accessTokens: AccessTokens;
  clock: Clock;
  log: Log;
  topics: Topics;
  storage: FileStorage;
  messages: MessageSenders;
  peers: PeerLinks;
  documents: DocumentCheck;
}

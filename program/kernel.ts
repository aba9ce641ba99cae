import { systemClock } from '../shared/clock';
import { hashColumnsWith } from '../shared/database/hashed';
import { sealColumnsWith } from '../shared/database/sealed';
import type { Environment, SubgraphName } from '../shared/environment';
import { type LocalFiles, openStorage } from '../shared/files/open-storage';
import { Topics } from '../shared/live/topics';
import type { Log } from '../shared/log';
import { openMessageSenders } from '../shared/messages/senders';
import { loadSecrets } from '../shared/secrets';
import { AccessTokens } from '../shared/security/access-token';
import { Keyring } from '../shared/security/keyring';
import { deriveSecret } from '../shared/security/secrets';
import { IdentitySigner } from '../shared/security/signed-identity';
import type { SignedCaller } from '../shared/subgraph/caller';
import type { Kernel } from '../shared/subgraph/kernel';
import type { SubgraphLink } from '../shared/subgraph/peers';
import { lazyDocumentCheck } from './document-check';

/** The kernel of a process, and what only the program itself needs of it. */
export interface Foundation {
  kernel: Kernel;
  /** Filled as subgraphs are opened or their addresses become known. */
  links: Map<SubgraphName, SubgraphLink>;
  signer: IdentitySigner<SignedCaller>;
  localFiles: LocalFiles | null;
  close(): Promise<void>;
}

export async function layFoundation(environment: Environment, log: Log): Promise<Foundation> {
  const secrets = loadSecrets(environment);
  const clock = systemClock;
  const keyring = new Keyring(secrets.encryptionKeys);
  sealColumnsWith(keyring);
  hashColumnsWith(secrets.secretKey);
  const derived = (purpose: string) => deriveSecret(secrets.secretKey, purpose).toString('base64url');
  const topics = environment.redisUrl ? Topics.overRedis(environment.redisUrl, log) : Topics.inMemory();
  const { storage, local } = await openStorage(environment, secrets, clock);
  const links = new Map<SubgraphName, SubgraphLink>();
  const kernel: Kernel = {
    environment,
    secrets,
    keyring,
    accessTokens: new AccessTokens({
      secrets: [derived('access tokens')],
      issuer: 'liftbay',
      audience: 'liftbay-api',
    }),
    clock,
    log,
    topics,
    storage,
    messages: openMessageSenders(environment),
    peers: links,
    documents: lazyDocumentCheck(),
  };
  const signer = new IdentitySigner<SignedCaller>({ secrets: [derived('subgraph identity')], clock });
  return { kernel, links, signer, localFiles: local, close: () => topics.close() };
}

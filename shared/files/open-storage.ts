import type { Clock } from '../clock';
import type { Environment } from '../environment';
import type { Secrets } from '../secrets';
import { deriveSecret } from '../security/secrets';
import { LocalLinks } from './local-links';
import { LocalStorage } from './local-storage';
import { S3Storage } from './s3-storage';
import type { FileStorage } from './storage';

export interface LocalFiles {
  storage: LocalStorage;
  links: LocalLinks;
}

/** Files in the bucket that the environment names, or else in the data folder, served by the gateway. */
export async function openStorage(
  environment: Environment,
  secrets: Secrets,
  clock: Clock,
): Promise<{ storage: FileStorage; local: LocalFiles | null }> {
  const { s3 } = environment;
  if (s3) {
    const storage = new S3Storage({
      endpoint: s3.S3_ENDPOINT,
      bucket: s3.S3_BUCKET,
      region: s3.S3_REGION,
      accessKeyId: s3.S3_ACCESS_KEY_ID,
      secretAccessKey: s3.S3_SECRET_ACCESS_KEY,
      clock,
    });
    return { storage, local: null };
  }
  const secret = deriveSecret(secrets.secretKey, 'file links').toString('base64url');
  const links = new LocalLinks({ publicUrl: environment.publicUrl, secret });
  const storage = await LocalStorage.open({ folder: environment.filesFolder, links });
  return { storage, local: { storage, links } };
}

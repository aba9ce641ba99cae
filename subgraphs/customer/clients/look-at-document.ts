import { createHash } from 'node:crypto';
import type {
  DocumentCheck,
  DocumentFault,
  DocumentFindings,
} from '../../../shared/documents/document-check';
import type { ManifestDocument } from '../../../shared/documents/manifest';

/** What is found, and what stands in the way of a client with these scopes. */
export function lookAtDocument(
  check: DocumentCheck,
  scopes: readonly string[],
  body: string,
): DocumentFindings {
  const findings = check.look(body);
  const held = new Set(scopes);
  const lacking = findings.needs.filter((need) => !held.has(need));
  return {
    ...findings,
    faults: [
      ...findings.faults,
      ...lacking.map((need) => ({ code: 'FORBIDDEN', message: `The client does not have ${need}.` })),
    ],
  };
}

/** What the manifest says of a document that is not so. Relay's compiler writes MD5 unless it is told otherwise. */
export function mismatchOf({ id, hash, body }: ManifestDocument): DocumentFault[] {
  const given = id.replace(/^sha256:/, '').toLowerCase();
  const md5 = createHash('md5').update(body).digest('hex');
  if (given === hash || given === md5) return [];
  return [{ code: 'HASH_MISMATCH', message: `The hash of this text is ${hash}.` }];
}

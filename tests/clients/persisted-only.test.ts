import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest } from '../../gateway/clients/manifest';
import { useGraph } from '../harness/graph';
import { apolloManifest, documentIdOf, get, post } from './third-party.fixtures';

/** With PERSISTED_ONLY, first parties are held to a manifest as well. */
const LISTED = 'query Listed { me { kind } }';
const folder = mkdtempSync(join(tmpdir(), 'manifest-'));
const file = join(folder, 'manifest.json');
writeFileSync(file, apolloManifest(LISTED));
const graph = useGraph({ environment: { PERSISTED_ONLY: file } });

test('what is in the manifest runs, by text or by hash', async () => {
  const documentId = documentIdOf(LISTED);
  const answers = [
    await post(graph, null, { query: LISTED }),
    await post(graph, null, { documentId }),
    await post(graph, null, { query: LISTED, documentId }),
    await get(graph, null, { documentId }, { 'apollo-require-preflight': 'true' }),
  ];
  // Nobody is signed in: the document ran.
  expect(answers.map(({ code }) => code)).toEqual(answers.map(() => 'UNAUTHENTICATED'));
});

test('anything else does not, and is not read', async () => {
  for (const query of ['query Other { me { kind } }', '{{{', `${LISTED} `]) {
    const { status, code } = await post(graph, null, { query });
    expect([status, code]).toEqual([403, 'DOCUMENT_NOT_REGISTERED']);
  }
  const other = 'query Other { me { kind } }';
  expect((await post(graph, null, { query: other, documentId: documentIdOf(other) })).code).toBe(
    'DOCUMENT_NOT_REGISTERED',
  );
});

test('a manifest that is none stops the program, with the variable’s name', () => {
  const broken = join(folder, 'broken.json');
  writeFileSync(broken, '[]');
  expect(() => readManifest(broken)).toThrow(/^PERSISTED_ONLY: /);
  expect(() => readManifest(join(folder, 'missing.json'))).toThrow(/^PERSISTED_ONLY: .*ENOENT/);
});

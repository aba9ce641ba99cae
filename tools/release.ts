import { readFileSync, writeFileSync } from 'node:fs';
import { type DocumentNode, parse, print, visit } from 'graphql';

/**
 * `npm run release -- 0.3.0`: what stands under “Unreleased” is that version, and what the schema offers now is what
 * `npm run check` holds later changes to. Commit it, and tag the commit.
 */
function main(version: string | undefined): void {
  if (!version || !/^\d+\.\d+\.\d+$/.test(version))
    throw new Error('Say which version: npm run release -- 0.3.0');
  const changelog = readFileSync('CHANGELOG.md', 'utf8');
  if (changelog.includes(`\n## ${version}\n`)) throw new Error(`CHANGELOG.md has ${version} already.`);
  if (!changelog.includes('\n## Unreleased\n'))
    throw new Error('CHANGELOG.md has nothing under “Unreleased”.');
  writeFileSync('CHANGELOG.md', changelog.replace('\n## Unreleased\n', `\n## ${version}\n`));
  for (const file of ['package.json', 'package-lock.json']) withVersion(file, version);
  const offered = parse(readFileSync('schema/api.graphql', 'utf8'));
  writeFileSync('schema/released.graphql', `${print(bare(offered))}\n`);
  console.log(`${version} is written down. Commit it, and tag it v${version}.`);
}

/** Words may change at any time; they are no promise. */
function bare(document: DocumentNode): DocumentNode {
  return visit(document, {
    enter: (node) => ('description' in node ? { ...node, description: undefined } : undefined),
  });
}

function withVersion(file: string, version: string): void {
  const content = JSON.parse(readFileSync(file, 'utf8'));
  content.version = version;
  if (content.packages) content.packages[''].version = version;
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`);
}

try {
  main(process.argv[2]);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

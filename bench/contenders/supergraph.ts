import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../place';

/** Our supergraph, with the addresses at which a contender's subgraphs are. */
export function writeSupergraph(file: string, urls: Readonly<Record<string, string>>): void {
  const ours = readFileSync(join(ROOT, 'schema', 'supergraph.graphql'), 'utf8');
  const addressed = ours.replace(
    /(@join__graph\(name: "(\w+)", url: )"[^"]*"/g,
    (_, before: string, name: string) => `${before}"${urls[name]}"`,
  );
  writeFileSync(file, addressed);
}

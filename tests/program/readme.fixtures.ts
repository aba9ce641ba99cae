import { execFile } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './program.fixtures';

export const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
/** The address that the README's examples talk to. */
const PRINTED = 'http://127.0.0.1:4000';

/** The code blocks of a language below a heading, or in the whole text. */
export function blocks(language: string, heading?: string): string[] {
  const begin = heading ? README.indexOf(`\n## ${heading}\n`) : 0;
  if (begin < 0) throw new Error(`README.md has no heading "${heading}".`);
  const end = heading ? README.indexOf('\n## ', begin + 1) : -1;
  const part = README.slice(begin, end < 0 ? undefined : end);
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return [...part.matchAll(fence)].map(([, text]) => text!);
}

/** What the shell says to a block, which talks to the program at this address instead of the printed one. */
export async function runInShell(block: string, url: string, folder: string): Promise<string> {
  const { stdout } = await promisify(execFile)('sh', ['-eu', '-c', block.replaceAll(PRINTED, url)], {
    env: { PATH: await pathWithCurl(folder) },
  });
  return stdout;
}

/** The options of curl that the README uses, for a machine that has no curl. */
const STAND_IN = `#!${process.execPath}
const [headers, { argv }] = [{}, process];
let [url, body] = [];
for (let at = 2; at < argv.length; at += 1) {
  if (argv[at] === '-s') continue;
  else if (argv[at] === '-H') headers[argv[at += 1].split(': ')[0]] = argv[at].split(': ')[1];
  else if (argv[at] === '-d') body = argv[at += 1];
  else if (/^http/.test(argv[at])) url = argv[at];
  else throw new Error('This stand-in for curl does not know ' + argv[at]);
}
fetch(url, { method: body ? 'POST' : 'GET', headers, body })
  .then((response) => response.text())
  .then((text) => process.stdout.write(text));
`;

async function pathWithCurl(folder: string): Promise<string> {
  const path = [join(process.execPath, '..'), process.env.PATH].join(delimiter);
  const hasCurl = await promisify(execFile)('curl', ['--version']).then(
    () => true,
    () => false,
  );
  if (hasCurl) return path;
  writeFileSync(join(folder, 'curl'), STAND_IN);
  chmodSync(join(folder, 'curl'), 0o755);
  return [folder, path].join(delimiter);
}

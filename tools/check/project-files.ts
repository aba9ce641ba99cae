import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

export interface ProjectFile {
  path: string;
  lines: string[];
}

const GENERATED = /^schema\/|\/generated\/|(^|\/)package-lock\.json$|^bench\/RESULTS\.md$/;

export const isGenerated = (path: string): boolean => GENERATED.test(path);

/** Everything that is or could be committed, as text; pictures and the like are left out. */
export function projectFiles(): ProjectFile[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    encoding: 'utf8',
  });
  return listed.split('\0').flatMap((path) => {
    if (!path || !statSync(path, { throwIfNoEntry: false })?.isFile()) return [];
    const content = readFileSync(path, 'utf8');
    return content.includes('\0') ? [] : [{ path, lines: content.split('\n') }];
  });
}

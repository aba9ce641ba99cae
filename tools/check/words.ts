import type { ProjectFile } from './project-files';

interface Rule {
  /** Which files it is about. */
  files: RegExp;
  word: RegExp;
  complaint: string;
}

/** What must not be written anywhere; the patterns are spelled so that they do not find themselves. */
const RULES: readonly Rule[] = [
  {
    files: /./,
    word: /(?<![\w.)}\]/-])\/(?:work|root|home|Users)\/[\w.]/,
    complaint: 'an absolute path of one machine',
  },
  {
    files: /(^|\/)package-lock\.json$/,
    word: /"resolved": "(?:https?|git)/,
    complaint: 'the address of a package registry',
  },
  { files: /(^|\/)\.npmrc$/, word: /registry\s*=\s*http/, complaint: 'the address of a package registry' },
  {
    files: /^tests\/.*\.ts$/,
    // Skipped only where a condition says so is another matter: .ci/run fails when anything was skipped.
    word: /\b(?:describe|it|test)(?:\.\w+)*\.(?:only|skip|todo|failing)(?:\.each)?[(`]|\b(?:fit|fdescribe|xit|xtest|xdescribe)\(/,
    complaint: 'a focused or skipped test',
  },
  {
    files: /\.(?:ts|js|mjs)$/,
    word: /[@]ts-(?:ignore|nocheck|expect-error)|[b]iome-ignore|[e]slint-disable/,
    complaint: 'an exception from the types or the lint',
  },
];

export function forbiddenWords(files: readonly ProjectFile[]): string[] {
  return files.flatMap(({ path, lines }) => {
    const rules = RULES.filter((rule) => rule.files.test(path));
    return lines.flatMap((line, index) =>
      rules
        .filter((rule) => rule.word.test(line))
        .map((rule) => `${path}:${index + 1}: ${rule.complaint}: ${line.trim().slice(0, 120)}`),
    );
  });
}

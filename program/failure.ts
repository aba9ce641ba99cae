import { dirname } from 'node:path';
import { type Environment, EnvironmentError } from '../shared/environment';
import { databaseTrouble } from './database-trouble';

type SystemError = NodeJS.ErrnoException;

/** Why the program did not start, in one line that says what to do next. */
export function explainFailure(error: unknown, environment: Environment): string {
  const { message } = error as Error;
  if (error instanceof EnvironmentError) return message;
  const line = databaseTrouble(error, environment) ?? folderTrouble(error, environment) ?? message;
  return `Liftbay cannot start: ${line.trim().replace(/\s*\n\s*/g, ' ')}`;
}

function folderTrouble(error: unknown, { dataFolder }: Environment): string | null {
  const { code, path } = error as SystemError;
  const isOurs = path !== undefined && (path.startsWith(dataFolder) || dataFolder.startsWith(dirname(path)));
  if (!code || !isOurs) return null;
  return `the data folder ${dataFolder} cannot be used (${code} at ${path}). Put that right, or set DATA_FOLDER to another.`;
}

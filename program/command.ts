import { EnvironmentError, ROLES, type Role } from '../shared/environment';

/** What the program's first argument can be: a role to play, or `migrate`, which ends when it is done. */
export type Command = Role | 'migrate';

const COMMANDS: readonly Command[] = [...ROLES, 'migrate'];

export function commandOf(argument = 'all'): Command {
  const command = COMMANDS.find((known) => known === argument);
  if (!command)
    throw new EnvironmentError(`There is no role "${argument}". Choose one of: ${COMMANDS.join(', ')}.`);
  return command;
}

/** What `npm run bench -- …` asks for. */
export type Mode = 'full' | 'quick' | 'check';

export interface Pace {
  rounds: number;
  seconds: number;
  warmUpSeconds: number;
}

export const PACES: Record<Mode, Pace> = {
  full: { rounds: 7, seconds: 5, warmUpSeconds: 4 },
  quick: { rounds: 3, seconds: 0.8, warmUpSeconds: 0.4 },
  check: { rounds: 3, seconds: 1.5, warmUpSeconds: 3 },
};

export function modeOf(args: readonly string[]): Mode {
  const [argument, ...others] = args;
  if (argument === undefined) return 'full';
  if (argument === '--quick' && !others.length) return 'quick';
  if (argument === '--check' && !others.length) return 'check';
  throw new Error(`There is no ${args.join(' ')}. Choose --quick, --check, --live, --reports or nothing.`);
}

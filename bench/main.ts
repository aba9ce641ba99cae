import 'reflect-metadata';
import { check } from './check';
import { compare } from './compare';
import { interruptChildren } from './contenders/child';
import { live } from './live/live';
import { modeOf } from './options';
import { reports } from './reports/reports';

/** `npm run bench [-- --quick | --check | --live | --reports]` */
async function main(): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void interruptChildren());
  const say = (line: string) => console.log(line);
  const args = process.argv.slice(2);
  if (args.join() === '--live') return live(say);
  if (args.join() === '--reports') return reports(say);
  const mode = modeOf(args);
  return mode === 'check' ? check(say) : compare(mode, say);
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(`The benchmark cannot go on: ${error.message}`);
    process.exit(1);
  },
);

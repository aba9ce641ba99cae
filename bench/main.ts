import 'reflect-metadata';
import { check } from './check';
import { compare } from './compare';
import { interruptChildren } from './contenders/child';
import { modeOf } from './options';

/** `npm run bench [-- --quick | --check]` */
async function main(): Promise<number> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void interruptChildren());
  const mode = modeOf(process.argv.slice(2));
  const say = (line: string) => console.log(line);
  return mode === 'check' ? check(say) : compare(mode, say);
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    console.error(`The benchmark cannot go on: ${error.message}`);
    process.exit(1);
  },
);

import { Logger } from 'graphile-worker';

/** graphile-worker logs each step to the console; ours says what matters itself. */
export const silentLogger = () => new Logger(() => () => {});

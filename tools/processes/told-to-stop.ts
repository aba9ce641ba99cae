/** Ctrl-C, a closed terminal, or `kill`. Asked for once, so that a second Ctrl-C does not cut the stopping short. */
export function toldToStop(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
  });
}

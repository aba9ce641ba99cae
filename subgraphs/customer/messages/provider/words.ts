const STOP = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const START = new Set(['START', 'UNSTOP', 'YES']);

/** What a reply asks for, if it is one of the words and nothing else: "stop by tomorrow?" is a question. */
export function wordIn(body: string): 'STOP' | 'START' | null {
  const word = body
    .trim()
    .replace(/[.!]+$/, '')
    .toUpperCase();
  if (STOP.has(word)) return 'STOP';
  return START.has(word) ? 'START' : null;
}

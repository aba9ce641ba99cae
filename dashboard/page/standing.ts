import type { Live, Standing } from '../client/live';
import { el, setText } from './dom';
import type { Formats } from './formats';

const WORDS: Readonly<Record<Standing, string>> = {
  connecting: 'Connecting…',
  live: 'Live',
  reconnecting: 'Reconnecting…',
};

/** Says whether what is shown is up to date, and as of when. Only the state is read aloud, not each minute. */
export function standingLine(live: Live, formats: Formats): HTMLElement {
  const word = el('span', { role: 'status' });
  const time = el('span', { class: 'as-of' });
  const line = el(
    'p',
    { class: 'standing' },
    el('span', { class: 'light', 'aria-hidden': 'true' }),
    word,
    time,
  );
  const show = () => {
    const { standing, heardAt } = live;
    line.dataset.standing = standing;
    setText(word, WORDS[standing]);
    const verb = standing === 'live' ? 'up to date at' : 'last heard at';
    setText(time, heardAt ? `${verb} ${formats.time(heardAt)}` : '');
  };
  live.addEventListener('change', show);
  show();
  return line;
}

import type { Live } from '../client/live';
import type { Session } from '../client/session';
import type { ViewerQuery } from '../generated/operations';
import { el } from '../page/dom';
import type { Formats } from '../page/formats';
import { standingLine } from '../page/standing';

interface HeaderOptions {
  session: Session;
  live: Live;
  formats: Formats;
  viewer: ViewerQuery['me'];
  serviceCentreId: string | null;
  chooseCentre(id: string): void;
  /** Null for those who may not see them. */
  figures: HTMLElement | null;
  bell: HTMLElement;
}

/** Whether this browser's user wants the figures; without a choice, where there is room. */
const FIGURES_SHOWN = 'liftbay.board.figures';
const ROOM = '(min-width: 64rem)';

export function header(options: HeaderOptions): HTMLElement {
  const { viewer, session, live, formats, figures } = options;
  const signOut = el('button', { type: 'button', class: 'sign-out' }, 'Sign out');
  signOut.addEventListener('click', () => session.signOut());
  return el(
    'header',
    { class: 'bar' },
    el('img', { src: '/board/icon.svg', alt: '', class: 'logo' }),
    el('h1', {}, viewer.organisation.name),
    centreChoice(options),
    standingLine(live, formats),
    figures && figuresSwitch(figures),
    options.bell,
    el('span', { class: 'who' }, viewer.user?.displayName),
    signOut,
  );
}

function centreChoice({ viewer, serviceCentreId, chooseCentre }: HeaderOptions): HTMLElement | null {
  const { serviceCentres } = viewer;
  if (serviceCentres.length < 2) return null;
  const choice = el('select', { 'aria-label': 'Service centre' });
  for (const { id, name } of serviceCentres)
    choice.append(el('option', { value: id, selected: id === serviceCentreId }, name));
  choice.addEventListener('change', () => chooseCentre(choice.value));
  return choice;
}

function figuresSwitch(figures: HTMLElement): HTMLElement {
  const button = el('button', { type: 'button', 'aria-controls': figures.id }, 'Figures');
  const show = (shown: boolean) => {
    figures.hidden = !shown;
    button.setAttribute('aria-expanded', String(shown));
  };
  const chosen = localStorage.getItem(FIGURES_SHOWN);
  show(chosen ? chosen === 'yes' : matchMedia(ROOM).matches);
  button.addEventListener('click', () => {
    show(Boolean(figures.hidden));
    localStorage.setItem(FIGURES_SHOWN, figures.hidden ? 'no' : 'yes');
  });
  return button;
}

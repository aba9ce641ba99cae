import { ask, Problem } from '../client/graph';
import { Live } from '../client/live';
import { RepairChangesDocument, RepairDocument, type RepairQueryVariables } from '../generated/operations';
import { el } from '../page/dom';
import { Formats } from '../page/formats';
import { standingLine } from '../page/standing';
import { repairView } from './repair-view';

const field = (label: string, hint: string, attributes: Record<string, string | boolean>) =>
  el(
    'label',
    {},
    label,
    el('small', {}, hint),
    el('input', { spellcheck: 'false', required: true, ...attributes }),
  );

/**
 * The page for a customer's phone. A link to it may bring the code, and the organisation where there are several:
 * `/track?organisation=bay-and-co#7KQ2MX`.
 */
export function track(place: HTMLElement): void {
  const problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  const submit = el('button', { type: 'submit', class: 'primary' }, 'Show my repair');
  const form = el(
    'form',
    { class: 'sign-in', 'aria-labelledby': 'track-title' },
    el('h1', { id: 'track-title' }, 'Where is my car?'),
    field('Tracking code', 'from the message that we sent you', {
      name: 'code',
      autocapitalize: 'characters',
      autocomplete: 'off',
      value: decodeURIComponent(location.hash.slice(1)),
    }),
    field('Plate, or the last four digits of your phone', 'so that nobody else can look', {
      name: 'secondFactor',
      autocomplete: 'off',
    }),
    problem,
    submit,
  );
  place.replaceChildren(el('main', { class: 'front' }, form));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    problem.hidden = true;
    submit.disabled = true;
    const asked = askedIn(new FormData(form));
    try {
      const { trackRepair } = await ask(RepairDocument, asked);
      follow(place, asked, {
        shop: trackRepair.serviceCentre ?? 'Your repair',
        ...repairView(new Formats(), trackRepair),
      });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      problem.textContent =
        error.code === 'NOT_FOUND'
          ? 'We know no repair with this code and this plate or phone.'
          : error.message;
      problem.hidden = false;
    }
    submit.disabled = false;
  });
}

function askedIn(data: FormData): RepairQueryVariables {
  return {
    code: String(data.get('code')).trim(),
    secondFactor: String(data.get('secondFactor')).trim(),
    organisation: new URLSearchParams(location.search).get('organisation'),
  };
}

interface View extends ReturnType<typeof repairView> {
  /** Whose page it is to its reader. */
  shop: string;
}

function follow(place: HTMLElement, asked: RepairQueryVariables, view: View): void {
  const live = new Live(async () => null);
  const look = async () => view.show((await ask(RepairDocument, asked)).trackRepair);
  place.replaceChildren(
    el('header', { class: 'bar' }, el('p', { class: 'brand' }, view.shop), standingLine(live, new Formats())),
    view.element,
  );
  view.element.querySelector('h1')?.focus();
  live.follow({
    document: RepairChangesDocument,
    variables: (after) => ({ after: after ?? null, ...asked }),
    // Who is not signed in has no cursor to begin from; from the first change on there is one.
    fetch: async () => {
      await look();
      return undefined;
    },
    take({ trackedRepairUpdated: { cursor, repair } }) {
      view.show(repair);
      return cursor;
    },
  });
  // A phone sleeps in between, and its owner wants to see how it is now.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look().catch(() => undefined);
  });
}

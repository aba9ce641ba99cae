import type { JobCardStatus, PhotoPhase, RepairFragment } from '../generated/operations';
import { el, setText, tint } from '../page/dom';
import type { Formats } from '../page/formats';

/** What a customer is told of each state. */
const STATUS_WORDS: Readonly<Record<JobCardStatus, string>> = {
  CREATED: 'We have taken your car in',
  INSPECTED: 'We have looked your car over',
  ASSIGNED: 'A technician will begin soon',
  IN_PROGRESS: 'We are working on your car',
  WAITING_PARTS: 'We are waiting for parts',
  WAITING_APPROVAL: 'We are waiting for your decision',
  PAUSED: 'Work goes on soon',
  COMPLETED: 'Your car is ready',
  DELIVERED: 'You have your car back',
  CANCELLED: 'The repair was called off',
};

const STEPS = ['Received', 'In work', 'Ready', 'Collected'] as const;
const REACHED: Readonly<Partial<Record<JobCardStatus, number>>> = {
  CREATED: 0,
  INSPECTED: 0,
  ASSIGNED: 0,
  COMPLETED: 2,
  DELIVERED: 3,
};

const PHASES: Readonly<Partial<Record<PhotoPhase, string>>> = { BEFORE: 'Before', AFTER: 'After' };

/** How far a repair is, as its customer sees it. */
export function repairView(formats: Formats, first: RepairFragment) {
  const greeting = el('p', { class: 'greeting' });
  const status = el('span', { role: 'status' });
  const stage = el('p', { class: 'stage' });
  const promise = el('p', { class: 'promised' });
  const car = el('p', { class: 'car' });
  const steps = el('ol', { class: 'steps', 'aria-label': 'How far it is' });
  const history = el('ol', { class: 'history' });
  const photos = el('ul', { class: 'photos' });
  const photosSection = el('section', {}, el('h2', {}, 'Photos'), photos);
  const element = el(
    'main',
    { class: 'repair' },
    el(
      'section',
      { class: 'now' },
      greeting,
      el('h1', { tabindex: '-1' }, status),
      stage,
      promise,
      steps,
      car,
    ),
    photosSection,
    el('section', {}, el('h2', {}, 'So far'), history),
  );

  const show = (repair: RepairFragment) => {
    setText(greeting, repair.firstName ? `Hello ${repair.firstName},` : 'Hello,');
    setText(status, `${STATUS_WORDS[repair.status]}.`);
    setText(stage, repair.stage ?? '');
    if (repair.stageColour) tint(stage, repair.stageColour);
    const isOpen = (REACHED[repair.status] ?? 1) < 2 && repair.status !== 'CANCELLED';
    setText(
      promise,
      repair.promisedAt && isOpen ? `Expected to be ready ${formats.dayAndTime(repair.promisedAt)}` : '',
    );
    const { make, model, plate, number } = repair;
    setText(car, [[make, model].filter(Boolean).join(' '), plate, number].filter(Boolean).join(' · '));
    steps.replaceChildren(...stepsOf(repair.status));
    steps.hidden = repair.status === 'CANCELLED';
    history.replaceChildren(...repair.history.map((step) => stepView(step, formats)));
    photos.replaceChildren(...repair.photos.map((photo) => photoView(photo, formats)));
    photosSection.hidden = repair.photos.length === 0;
  };
  show(first);
  return { element, show };
}

function stepsOf(status: JobCardStatus): HTMLElement[] {
  const reached = REACHED[status] ?? 1;
  return STEPS.map((name, n) =>
    el('li', { class: n <= reached ? 'reached' : '', 'aria-current': n === reached ? 'step' : null }, name),
  );
}

function stepView({ at, status, stage }: RepairFragment['history'][number], formats: Formats): HTMLElement {
  const words = [status && STATUS_WORDS[status], stage].filter(Boolean).join(' · ');
  return el('li', {}, el('time', { datetime: at }, formats.dayAndTime(at)), el('span', {}, words));
}

function photoView(photo: RepairFragment['photos'][number], formats: Formats): HTMLElement {
  const { url, thumbnailUrl, caption, phase, addedAt } = photo;
  const words =
    [PHASES[phase], caption].filter(Boolean).join(': ') || `Photo of ${formats.dayAndTime(addedAt)}`;
  return el(
    'li',
    {},
    el(
      'a',
      { href: url, target: '_blank', rel: 'noopener' },
      el('img', { src: thumbnailUrl ?? url, alt: words }),
    ),
  );
}

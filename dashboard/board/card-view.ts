import { el, hiddenText, setText } from '../page/dom';
import type { Formats } from '../page/formats';
import type { Card } from './cards';
import { PRIORITY_WORDS, STATUS_WORDS } from './words';

export interface CardActions {
  formats: Formats;
  /** Null for those who may not move cards. */
  openMenu: ((card: Card, button: HTMLElement) => void) | null;
}

/** A card on the board. Its element stays the same while the card moves and changes. */
export class CardView {
  readonly element: HTMLElement;
  readonly #plate = el('span', { class: 'plate' });
  readonly #number = el('span', { class: 'number' });
  readonly #vehicle = el('p', { class: 'vehicle' });
  readonly #people = el('p', { class: 'people' });
  readonly #complaint = el('p', { class: 'complaint' });
  readonly #status = el('span', { class: 'status' });
  readonly #priority = el('span', { class: 'priority' });
  readonly #promise = el('span', { class: 'promise' });
  readonly #move: HTMLButtonElement | null = null;

  constructor(
    private card: Card,
    private readonly actions: CardActions,
  ) {
    const { openMenu } = actions;
    const title = el('h3', {}, this.#plate, ' ', this.#number);
    const facts = el('p', { class: 'facts' }, this.#priority, this.#status, this.#promise);
    this.element = el('li', { class: 'card', draggable: openMenu ? 'true' : null });
    if (openMenu) {
      this.#move = el('button', { type: 'button', class: 'move', 'aria-haspopup': 'menu' }, 'Move');
      this.#move.addEventListener('click', () => openMenu(this.card, this.#move!));
    }
    const head = el('div', { class: 'head' }, title, this.#move);
    this.element.append(head, this.#vehicle, this.#people, this.#complaint, facts);
    this.show(card);
  }

  show(card: Card): void {
    this.card = card;
    const { vehicle, customer, technician, status, priority } = card;
    this.element.dataset.id = card.id;
    this.element.dataset.status = status;
    setText(this.#plate, vehicle?.plate ?? 'No plate');
    setText(this.#number, card.number);
    setText(this.#vehicle, vehicle ? `${vehicle.make} ${vehicle.model}` : '');
    setText(this.#people, [customer?.displayName, technician?.displayName].filter(Boolean).join(' · '));
    setText(this.#complaint, card.complaint);
    setText(this.#status, STATUS_WORDS[status]);
    setText(this.#priority, PRIORITY_WORDS[priority] ?? '');
    this.#priority.dataset.priority = priority;
    this.showPromise();
    this.#move?.replaceChildren('Move', hiddenText(` ${card.number}`));
  }

  /** Again from time to time: a promise is broken by the clock alone. */
  showPromise(): void {
    const { promisedAt, status } = this.card;
    const isLate = promisedAt !== null && status !== 'COMPLETED' && new Date(promisedAt) < new Date();
    const { formats } = this.actions;
    setText(this.#promise, promisedAt ? `${isLate ? 'Late, due' : 'Due'} ${formats.short(promisedAt)}` : '');
    this.#promise.classList.toggle('late', isLate);
  }

  /** Shows for a moment that something happened to it. */
  flash(): void {
    this.element.classList.remove('changed');
    // Begins the animation again, where one runs.
    void this.element.offsetWidth;
    this.element.classList.add('changed');
  }
}

import { el, setText, tint } from '../page/dom';
import { type CardActions, CardView } from './card-view';
import { type Card, type Cards, type Column, UNPLACED } from './cards';
import { glide } from './glide';

const LOOK_AT_PROMISES_MS = 30_000;

class ColumnView {
  readonly list = el('ul', { class: 'cards' });
  readonly element: HTMLElement;
  readonly #name = el('span', { class: 'name' });
  readonly #count = el('span', { class: 'count' });

  constructor(id: string) {
    const heading = el('h2', { id: `column-${id}`, tabindex: '-1' }, this.#name, ' ', this.#count);
    this.element = el('section', { class: 'column', 'aria-labelledby': heading.id }, heading, this.list);
    this.element.dataset.id = id;
  }

  show({ stage, cards }: Column): void {
    setText(this.#name, stage?.name ?? 'Not placed yet');
    setText(this.#count, String(cards.length));
    if (stage) tint(this.element, stage.colour);
    this.element.classList.toggle('empty', cards.length === 0);
  }

  get heading(): HTMLElement {
    return this.element.querySelector('h2')!;
  }
}

/** The columns and the cards in them. Draws anew what has changed, and keeps the focus where it was. */
export class Columns {
  readonly element = el('div', { class: 'columns', role: 'group', 'aria-label': 'Job cards by stage' });
  readonly #columns = new Map<string, ColumnView>();
  readonly #views = new Map<string, CardView>();

  constructor(
    private readonly cards: Cards,
    private readonly actions: CardActions,
    signal: AbortSignal,
  ) {
    const timer = setInterval(() => {
      for (const view of this.#views.values()) view.showPromise();
    }, LOOK_AT_PROMISES_MS);
    signal.addEventListener('abort', () => clearInterval(timer));
  }

  draw(changed?: Card): void {
    const columns = this.cards.columns();
    const focused = this.#focusedCard();
    glide(
      [...this.#views.values()].map(({ element }) => element),
      () => {
        this.#place(columns);
        for (const column of columns) this.#fill(column);
      },
    );
    this.#drop(new Set(columns.flatMap(({ cards }) => cards.map(({ id }) => id))));
    focused?.();
    if (changed) this.#views.get(changed.id)?.flash();
  }

  #place(columns: readonly Column[]): void {
    const ids = columns.map(({ stage }) => stage?.id ?? UNPLACED);
    for (const [id, { element }] of this.#columns)
      if (!ids.includes(id)) {
        element.remove();
        this.#columns.delete(id);
      }
    for (const id of ids) if (!this.#columns.has(id)) this.#columns.set(id, new ColumnView(id));
    inOrder(
      this.element,
      ids.map((id) => this.#columns.get(id)!.element),
    );
  }

  #fill(column: Column): void {
    const view = this.#columns.get(column.stage?.id ?? UNPLACED)!;
    view.show(column);
    inOrder(
      view.list,
      column.cards.map((card) => this.#viewOf(card).element),
    );
  }

  #viewOf(card: Card): CardView {
    const known = this.#views.get(card.id);
    if (known) known.show(card);
    const view = known ?? new CardView(card, this.actions);
    this.#views.set(card.id, view);
    return view;
  }

  #drop(shown: ReadonlySet<string>): void {
    for (const [id, { element }] of this.#views)
      if (!shown.has(id)) {
        element.remove();
        this.#views.delete(id);
      }
  }

  /** Moving an element takes the focus from it. Gives how to return it: to the card, or to where the card was. */
  #focusedCard(): (() => void) | null {
    const focused = document.activeElement;
    const column = focused?.closest<HTMLElement>('.column');
    if (!(focused instanceof HTMLElement) || !column || !this.element.contains(column)) return null;
    return () => {
      const target = focused.isConnected ? focused : this.#columns.get(column.dataset.id!)?.heading;
      if (target !== document.activeElement) target?.focus({ preventScroll: true });
    };
  }
}

/** Moves only what is not in its place. */
function inOrder(parent: HTMLElement, children: readonly HTMLElement[]): void {
  children.forEach((child, n) => {
    const there = parent.children[n];
    if (there !== child) parent.insertBefore(child, there ?? null);
  });
}

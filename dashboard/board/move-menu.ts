import { el, tint } from '../page/dom';
import type { Card, Stage } from './cards';

/** The menu of stages that a card can be moved to; by keyboard, by pointer and on a phone. */
export class MoveMenu {
  readonly element = el('div', { class: 'menu', role: 'menu', popover: 'auto' });
  #opener: HTMLElement | null = null;

  constructor(
    private readonly stages: () => readonly Stage[],
    private readonly move: (card: Card, stage: Stage) => void,
  ) {
    this.element.addEventListener('keydown', (event) => this.#walk(event));
    this.element.addEventListener('toggle', (event) => {
      if ((event as ToggleEvent).newState === 'closed') this.#opener?.focus();
    });
  }

  open(card: Card, opener: HTMLElement): void {
    this.#opener = opener;
    this.element.setAttribute('aria-label', `Move ${card.number} to`);
    this.element.replaceChildren(...this.stages().map((stage) => this.#item(card, stage)));
    this.element.showPopover();
    this.#placeAt(opener.getBoundingClientRect());
    const items = this.#items();
    (items.find((item) => item.ariaChecked === 'true') ?? items[0])?.focus();
  }

  #item(card: Card, stage: Stage): HTMLElement {
    const isHere = card.stage?.id === stage.id;
    const item = el(
      'button',
      { type: 'button', role: 'menuitemradio', tabindex: '-1', 'aria-checked': String(isHere) },
      stage.name,
      stage.final && ' (leaves the board)',
    );
    tint(item, stage.colour);
    item.addEventListener('click', () => {
      this.element.hidePopover();
      if (!isHere) this.move(card, stage);
    });
    return item;
  }

  #items(): HTMLElement[] {
    return [...this.element.children] as HTMLElement[];
  }

  #walk(event: KeyboardEvent): void {
    const items = this.#items();
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (event.key === 'Tab') this.element.hidePopover();
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  }

  /** Below the button, or above it, and never over the window's edge. */
  #placeAt({ left, top, bottom }: DOMRect): void {
    const { offsetWidth: width, offsetHeight: height, style } = this.element;
    const fitsBelow = bottom + height < innerHeight;
    style.left = `${Math.max(8, Math.min(left, innerWidth - width - 8))}px`;
    style.top = `${fitsBelow ? bottom + 4 : Math.max(8, top - height - 4)}px`;
  }
}

import { el } from '../page/dom';

/** So long news are gathered, so that a busy morning is told in a sentence and not in twenty. */
const GATHER_MS = 4_000;

/** What is said aloud to those who do not see the board. */
export class Announcer {
  readonly element = el('p', { class: 'visually-hidden', role: 'status' });
  #gathered: string[] = [];
  #timer = 0;

  /** What one did oneself. */
  say(text: string): void {
    this.element.textContent = text;
  }

  /** What others did. */
  gather(text: string): void {
    this.#gathered.push(text);
    this.#timer ||= setTimeout(() => {
      const [only, ...more] = this.#gathered;
      this.say(more.length ? `${more.length + 1} things have changed.` : only!);
      this.#gathered = [];
      this.#timer = 0;
    }, GATHER_MS);
  }
}

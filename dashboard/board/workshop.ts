import { Problem } from '../client/graph';
import { Live } from '../client/live';
import type { Session } from '../client/session';
import {
  CardChangesDocument,
  CardsDocument,
  type CardsQuery,
  MoveCardDocument,
  ReachedDocument,
  StagesDocument,
  type ViewerQuery,
} from '../generated/operations';
import { el } from '../page/dom';
import { Formats } from '../page/formats';
import { Announcer } from './announcer';
import { bell } from './bell';
import { type Card, Cards, IN_HOUSE, type Stage } from './cards';
import { Columns } from './columns';
import { bindDragging } from './drag';
import { figuresView } from './figures';
import { header } from './header';
import { MoveMenu } from './move-menu';

type Viewer = ViewerQuery['me'];

/** So many cards a wall can show; a shop that has more in the house wants to deliver some. */
const MOST_CARDS = 300;

/** The board of one service centre, for one viewer, until it is closed. */
export class Workshop {
  readonly #formats: Formats;
  readonly #live: Live;
  readonly #cards: Cards;
  readonly #columns: Columns;
  readonly #announcer = new Announcer();
  readonly #problem = el('p', { class: 'problem', role: 'alert', hidden: true });
  readonly #abort = new AbortController();
  readonly #menu: MoveMenu;

  constructor(
    private readonly session: Session,
    private readonly viewer: Viewer,
    private readonly serviceCentreId: string | null,
    /** Something may no longer be seen: who they are and what they may do is to be asked again. */
    refused: () => void,
  ) {
    this.#formats = new Formats(viewer.user?.locale);
    this.#live = new Live(
      () => session.token(),
      () => session.forget(),
    );
    this.#live.addEventListener('refused', refused);
    this.#cards = new Cards(serviceCentreId);
    this.#menu = new MoveMenu(
      () => this.#cards.stages,
      (card, stage) => this.#move(card, stage),
    );
    const mayMove = this.#may('jobs:update');
    const openMenu = mayMove ? this.#menu.open.bind(this.#menu) : null;
    const actions = { formats: this.#formats, openMenu };
    this.#columns = new Columns(this.#cards, actions, this.#abort.signal);
    if (mayMove) bindDragging(this.#columns.element, (card, stage) => this.#moveById(card, stage));
  }

  show(place: HTMLElement, chooseCentre: (id: string) => void): void {
    const around = { session: this.session, live: this.#live, formats: this.#formats };
    const figures = this.#may('dashboards:read')
      ? figuresView({ ...around, serviceCentreId: this.serviceCentreId })
      : null;
    const tell = (text: string) => this.#announcer.gather(text);
    const failed = (error: unknown) => this.#failed(error);
    place.replaceChildren(
      header({
        ...around,
        viewer: this.viewer,
        serviceCentreId: this.serviceCentreId,
        chooseCentre,
        figures,
        bell: bell({ ...around, tell, failed }),
      }),
      el('main', {}, this.#problem, figures, this.#columns.element, this.#menu.element),
      this.#announcer.element,
    );
    if (this.#may('jobs:read')) this.#followCards();
    else this.#tell('You may not see the job cards of this workshop.');
  }

  close(): void {
    this.#abort.abort();
    void this.#live.close();
  }

  #followCards(): void {
    this.#live.follow({
      document: CardChangesDocument,
      variables: (after) => ({ after: after ?? null, filter: { serviceCentreId: this.serviceCentreId } }),
      fetch: () => this.#fetch(),
      take: ({ jobCardUpdated: { cursor, jobCard } }) => {
        this.#take(jobCard);
        return cursor;
      },
    });
  }

  #may(permission: string): boolean {
    return this.viewer.permissions.some((each) => [permission, '*'].includes(each.permission));
  }

  async #fetch(): Promise<string> {
    const { serviceCentreId, session } = this;
    const { liveCursor } = await session.ask(ReachedDocument, {});
    const { jobStages } = await session.ask(StagesDocument, { serviceCentreId });
    this.#cards.stages = jobStages;
    this.#cards.replaceAll(await this.#inHouse());
    this.#columns.draw();
    return liveCursor;
  }

  async #inHouse(): Promise<Card[]> {
    const filter = { serviceCentreId: this.serviceCentreId, status: [...IN_HOUSE] };
    const cards: Card[] = [];
    let after: string | null = null;
    do {
      const { jobCards }: CardsQuery = await this.session.ask(CardsDocument, { filter, after });
      cards.push(...jobCards.nodes);
      after = jobCards.pageInfo.hasNextPage ? jobCards.pageInfo.endCursor : null;
    } while (after && cards.length < MOST_CARDS);
    return cards;
  }

  #take(card: Card): void {
    const before = this.#cards.get(card.id);
    this.#cards.put(card);
    this.#columns.draw(card);
    if (before?.stage?.id !== card.stage?.id && card.stage)
      this.#announcer.gather(`${card.number} is now at ${card.stage.name}.`);
  }

  #moveById(cardId: string, stageId: string): void {
    const card = this.#cards.get(cardId);
    const stage = this.#cards.stages.find(({ id }) => id === stageId);
    if (card && stage) this.#move(card, stage);
  }

  async #move(card: Card, stage: Stage): Promise<void> {
    try {
      const expectedVersion = this.#cards.get(card.id)?.version ?? card.version;
      const answer = await this.session.ask(MoveCardDocument, {
        id: card.id,
        stageId: stage.id,
        expectedVersion,
      });
      this.#problem.hidden = true;
      this.#cards.put(answer.moveJobCardToStage);
      this.#columns.draw(answer.moveJobCardToStage);
      this.#announcer.say(`${card.number} moved to ${stage.name}.`);
    } catch (error) {
      this.#failed(error);
    }
  }

  #failed(error: unknown): void {
    if (!(error instanceof Problem)) throw error;
    this.#tell(error.message);
  }

  #tell(text: string): void {
    this.#problem.textContent = text;
    this.#problem.hidden = false;
  }
}

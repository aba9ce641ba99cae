import type { CardFragment, JobCardStatus, JobPriority, StagesQuery } from '../generated/operations';

export type Card = CardFragment;
export type Stage = StagesQuery['jobStages'][number];

/** The id of the column of those cards that nobody has put on the board yet. */
export const UNPLACED = 'unplaced';

export interface Column {
  /** Null: of the cards that are not placed yet. */
  stage: Stage | null;
  cards: Card[];
}

/** What a board shows: the vehicles that are in the house. */
export const IN_HOUSE: readonly JobCardStatus[] = [
  'CREATED',
  'INSPECTED',
  'ASSIGNED',
  'IN_PROGRESS',
  'WAITING_PARTS',
  'WAITING_APPROVAL',
  'PAUSED',
  'COMPLETED',
];

const URGENCY: readonly JobPriority[] = ['URGENT', 'HIGH', 'MEDIUM', 'LOW'];

/** The cards of a service centre's board, as they are known. */
export class Cards {
  stages: readonly Stage[] = [];
  readonly #cards = new Map<string, Card>();

  constructor(private readonly serviceCentreId: string | null) {}

  get size(): number {
    return this.#cards.size;
  }

  get(id: string): Card | undefined {
    return this.#cards.get(id);
  }

  replaceAll(cards: readonly Card[]): void {
    this.#cards.clear();
    for (const card of cards) this.put(card);
  }

  /** What is older than what is known changes nothing: answers and events overtake each other. */
  put(card: Card): void {
    if ((this.#cards.get(card.id)?.version ?? 0) > card.version) return;
    if (this.#isShown(card)) this.#cards.set(card.id, card);
    else this.#cards.delete(card.id);
  }

  /** A stage that was taken off the board stays in sight while cards are at it. */
  columns(): Column[] {
    const cards = [...this.#cards.values()];
    const known = new Set(this.stages.map(({ id }) => id));
    const others = new Map(
      cards.flatMap(({ stage }) => (stage && !known.has(stage.id) ? [[stage.id, stage] as const] : [])),
    );
    const stages = [...this.stages.filter(({ final }) => !final), ...others.values()];
    return [null, ...stages].map((stage) => ({
      stage,
      cards: cards.filter((card) => (card.stage?.id ?? null) === (stage?.id ?? null)).sort(mostUrgentFirst),
    }));
  }

  #isShown({ status, stage, serviceCentre }: Card): boolean {
    const isOfThisCentre =
      !this.serviceCentreId || !serviceCentre || serviceCentre.id === this.serviceCentreId;
    return isOfThisCentre && IN_HOUSE.includes(status) && !stage?.final;
  }
}

const NEVER = '9999';
const mostUrgentFirst = (one: Card, other: Card): number =>
  URGENCY.indexOf(one.priority) - URGENCY.indexOf(other.priority) ||
  (one.promisedAt ?? NEVER).localeCompare(other.promisedAt ?? NEVER) ||
  one.number.localeCompare(other.number);

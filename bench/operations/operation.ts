/** One request, as a graph takes it; the floor takes the variables at `/name`. */
export interface Call {
  name: string;
  query: string;
  variables: Record<string, unknown>;
}

/** What is measured. The n-th call is the same for every contender, except where each call must be a new one. */
export interface Operation {
  name: OperationName;
  clients: number;
  call(n: number): Call;
  /** What must be equal between contenders; left out: the whole answer. */
  comparable?(data: unknown): unknown;
}

export const OPERATIONS = {
  board: 'The board: the newest 50 job cards of a service centre with vehicle and owner, 16 clients',
  boardAlone: 'The board, one client',
  customer: 'One customer with vehicles and their jobs, 16 clients',
  search: 'Search by part of a name, phone or plate, 16 clients',
  firstPage: 'The first page of the job cards, 16 clients',
  thousandthPage: 'The thousandth page of the job cards, 16 clients',
  createVehicle: '`createVehicle` with its history, audit and event, 16 clients',
} as const;

export type OperationName = keyof typeof OPERATIONS;

/** The items in turn, for ever. */
export const inTurn = <T>(items: readonly T[], n: number): T => items[n % items.length]!;

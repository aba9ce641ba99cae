/** What a public register knows of a plate, in our words; null for what it does not say. */
export interface RegisterFacts {
  make: string | null;
  model: string | null;
  colour: string | null;
  fuelType: string | null;
  year: number | null;
  engineCapacity: number | null;
  co2Emissions: number | null;
  euroStatus: string | null;
  typeApproval: string | null;
  wheelplan: string | null;
  /** `2019-03`: registers tell no day. */
  firstRegisteredIn: string | null;
  motStatus: string | null;
  motExpiresOn: string | null;
  taxStatus: string | null;
  taxDueOn: string | null;
  papersIssuedOn: string | null;
  markedForExport: boolean | null;
}

/** An answer that can be kept: the register has looked. `raw` is what it said, word for word. */
export interface RegisterAnswer {
  /** Null: it knows no such plate. */
  facts: RegisterFacts | null;
  raw: string;
}

export type Trouble = 'BAD_PLATE' | 'THROTTLED' | 'TIMED_OUT' | 'FAILED';

/** No answer: the register has not looked, and nothing is known of the plate, not even that it is unknown. */
export class RegisterTrouble extends Error {
  constructor(
    readonly trouble: Trouble,
    /** The register's own code, or the network's. */
    readonly code: string,
    readonly retryAfter: number | null = null,
  ) {
    super(`The register gave no answer: ${trouble} ${code}`);
  }
}

export interface VehicleRegister {
  name: string;
  /** It makes its answers up. */
  isDevelopment: boolean;
  covers(country: string): boolean;
  /** Rejects with a RegisterTrouble. `plate` comes in capitals, letters and digits alone. */
  ask(plate: string): Promise<RegisterAnswer>;
}

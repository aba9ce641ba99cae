import type { Transaction } from '../database/transaction';
import type { Context } from '../subgraph/context';

/** What is not erased, and the reason that allows it. */
export interface Kept {
  what: string;
  many: number;
  why: string;
  /** When it goes too, where that is known. */
  until?: string;
}

export interface Erasure {
  /** How many records of each section were changed or deleted. */
  erased: Record<string, number>;
  kept: Kept[];
}

/** What a subgraph, or a feature of it, holds of persons: how it is handed out to them, and how it is erased. */
export interface PersonalData {
  /** Section of the export → table (`schema.table`): what a test compares with the tables there are. */
  sections: Readonly<Record<string, string>>;
  /** Outside of any transaction, as the program itself: everything of each section. */
  export(context: Context, personId: string): Promise<Record<string, unknown[]>>;
  /** Again: nothing more happens. */
  erase(tx: Transaction, personId: string): Promise<Erasure>;
}

/** What stands where somebody's words stood and something has to. */
export const ERASED_TEXT = 'Erased.';

/** Said, rather than left out, by what holds nothing of persons. */
export const NO_PERSONAL_DATA: PersonalData = {
  sections: {},
  export: async () => ({}),
  erase: async () => ({ erased: {}, kept: [] }),
};

/** Several parts as one. They are erased in this order: what is found by a name or an address goes before that. */
export function together(...parts: PersonalData[]): PersonalData {
  const names = parts.flatMap(({ sections }) => Object.keys(sections));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two sections of personal data are called ${twice}.`);
  return {
    sections: Object.assign({}, ...parts.map(({ sections }) => sections)),
    async export(context, personId) {
      const exported: Record<string, unknown[]> = {};
      for (const part of parts) Object.assign(exported, await part.export(context, personId));
      return exported;
    },
    async erase(tx, personId) {
      const all: Erasure = { erased: {}, kept: [] };
      for (const part of parts) {
        const { erased, kept } = await part.erase(tx, personId);
        Object.assign(all.erased, erased);
        all.kept.push(...kept);
      }
      return all;
    },
  };
}

/** Something that is true of the data of every organisation, whatever happens to it: recomputed from what it follows from. */
export interface Invariant {
  /** As a sentence: `What is on hand is the sum of the movements`. */
  name: string;
  /**
   * SQL that finds what is not so: a row for each case, with a column `what` that says it in words. It is run as the
   * subgraph, within one organisation.
   */
  breaches: string;
}

/** What is wrong with a document: `code` is one of the catalogue's where it has one. */
export interface DocumentFault {
  code: string;
  message: string;
}

/** What one document is, and what whoever runs it needs. */
export interface DocumentFindings {
  name: string | null;
  type: 'QUERY' | 'MUTATION' | 'SUBSCRIPTION' | null;
  /** Permissions, each once. */
  needs: readonly string[];
  /** For each use of something that is going away, what and why. */
  deprecated: readonly string[];
  faults: readonly DocumentFault[];
}

/** Looks at documents as the gateway will when they run: against its whole schema, within its limits. */
export interface DocumentCheck {
  look(text: string): DocumentFindings;
}

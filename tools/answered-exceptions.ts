/** Coordinates that no test has been asked to see answered, each with the reason. */
export const NEVER_ANSWERED: Readonly<Record<string, string>> = {
  'KeptRecords.until':
    'What is kept so far is kept for as long as the shop is there; invoices will have a day.',
  'CreditNoteLine.discountPercent': 'Always null: a credit note states what was taken off as an amount.',
  'PersistedDocument.deprecatedUses':
    'Empty as long as nothing of the graph is going away; a made schema shows what it tells then.',
};

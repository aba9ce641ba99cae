import { registerEnumType } from 'type-graphql';

export enum TaxCategory {
  STANDARD = 'STANDARD',
  REDUCED = 'REDUCED',
  ZERO = 'ZERO',
  EXEMPT = 'EXEMPT',
  REVERSE_CHARGE = 'REVERSE_CHARGE',
  OUTSIDE = 'OUTSIDE',
}
registerEnumType(TaxCategory, {
  name: 'TaxCategory',
  description: 'How a rate is treated in law, after the codes of EN 16931.',
  valuesConfig: {
    STANDARD: { description: 'Taxed at the full rate (code S).' },
    REDUCED: { description: 'Taxed at a reduced rate (code S, with that rate).' },
    ZERO: { description: 'Taxed at nothing, and shown as such (code Z).' },
    EXEMPT: { description: 'Exempt from the tax, for a reason that the document states (code E).' },
    REVERSE_CHARGE: { description: 'The buyer owes the tax; both must have a tax number (code AE).' },
    OUTSIDE: { description: 'Not subject to the tax at all (code O).' },
  },
});

/** The categories in which a rate has a percentage. */
export const isTaxed = (category: TaxCategory): boolean =>
  category === TaxCategory.STANDARD || category === TaxCategory.REDUCED;

/** The codes that other parts of the graph, and e-invoices, have for them. */
const CODES: Readonly<Record<string, TaxCategory>> = {
  S: TaxCategory.STANDARD,
  AA: TaxCategory.REDUCED,
  Z: TaxCategory.ZERO,
  E: TaxCategory.EXEMPT,
  AE: TaxCategory.REVERSE_CHARGE,
  O: TaxCategory.OUTSIDE,
};

/** By its name or its code; null for what is neither. */
export const taxCategoryOf = (text: string): TaxCategory | null =>
  CODES[text] ??
  (Object.values(TaxCategory) as string[]).find((name): name is TaxCategory => name === text) ??
  null;

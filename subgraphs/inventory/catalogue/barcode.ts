const ARTICLE_NUMBER = /^(\d{8}|\d{12,14})$/;
const LENGTH_OF_GTIN = 14;

/**
 * A barcode as look-ups compare it. Scanners give the same article as UPC-A, EAN-13 or GTIN-14, with or without
 * leading noughts; of other codes every sign counts.
 */
export function barcodeKey(barcode: string): string {
  const code = barcode.trim();
  return ARTICLE_NUMBER.test(code) ? code.padStart(LENGTH_OF_GTIN, '0') : code;
}

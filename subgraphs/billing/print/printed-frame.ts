import type { Block, PdfContent } from '../../../shared/pdf/blocks';
import { runningHead, small, space } from '../../../shared/pdf/design';
import type { PrintedHead } from './printable';
import { documentHead, parties } from './printed-head';
import type { Reading } from './reading';
import type { PrintText } from './texts/print-text';

/** What stands above and below, and on every page, whatever kind of document it is. */
export function framed(document: PrintedHead, reading: Reading, body: readonly Block[]): PdfContent {
  const { kind, number, seller, watermark } = document;
  const { said, locale } = reading;
  const title = [said.titles[kind], number].filter(Boolean).join(' ');
  return {
    title,
    language: locale,
    date: document.date.toISOString(),
    paper: seller.address?.country === 'US' ? 'LETTER' : 'A4',
    running: runningHead(title, seller.name),
    footer: footer(document, said),
    pageLabel: said.page,
    watermark: watermark && said.watermarks[watermark],
    body: [documentHead(document, reading), space(18), parties(document, reading), space(18), ...body],
  };
}

function footer({ seller }: PrintedHead, said: PrintText): Block[] {
  const identity = [
    seller.name,
    seller.registrationNumber && `${said.registrationNumber} ${seller.registrationNumber}`,
    seller.taxNumber && `${said.taxNumber} ${seller.taxNumber}`,
  ];
  return [
    small(identity.filter(Boolean).join(' · '), { lines: 2 }),
    ...(seller.footer ? [small(seller.footer, { lines: 4 })] : []),
  ];
}

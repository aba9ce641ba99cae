import type { Block, PdfContent } from '../../../shared/pdf/blocks';

/** A document of these blocks, and of nothing else. */
export const content = (body: Block[], more: Partial<PdfContent> = {}): PdfContent => ({
  title: 'A document',
  language: 'en',
  date: '2026-11-20T10:00:00.000Z',
  paper: 'A4',
  body,
  running: [],
  footer: [],
  pageLabel: 'Page {{page}} of {{pages}}',
  watermark: null,
  ...more,
});

export const said = (text: string): Block => ({ kind: 'text', text });

import { buffer } from 'node:stream/consumers';
import { setImmediate as otherWork } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import type { PdfContent } from './blocks';
import { Typefaces } from './fonts/typefaces';
import { Layout } from './layout/lay';
import { Pages } from './pages';
import { Pen } from './pen';

/** Pictures by the names that the content gives them: PNG or JPEG. */
export type Images = ReadonlyMap<string, Buffer>;

/**
 * The bytes of a document: the same ones for the same content, in every process. Between blocks and pages the process
 * gets to its other work.
 */
export async function renderPdf(content: PdfContent, images: Images = new Map()): Promise<Buffer> {
  const document = new PDFDocument({
    size: content.paper,
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: content.language,
    displayTitle: true,
    info: { Title: content.title, CreationDate: new Date(content.date) },
  });
  const bytes = buffer(document);
  const typefaces = new Typefaces();
  const pages = new Pages(document, content, new Layout(typefaces), new Pen(document, typefaces, images));
  for (const block of content.body) for (const _page of pages.put(block)) await otherWork();
  pages.finish();
  document.end();
  return bytes;
}

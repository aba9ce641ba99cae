import { createHash } from 'node:crypto';
import { addSeconds } from '../clock';
import type { FileStorage } from '../files/storage';
import { Semaphore } from '../semaphore';
import type { Kernel } from '../subgraph/kernel';
import type { PdfContent } from './blocks';
import { type Images, renderPdf } from './render-pdf';

const PDF = 'application/pdf';
const LINK_SECONDS = 15 * 60;
/** Older versions go when a new one is made; not those that somebody may have a link to. */
const KEPT_SECONDS = 3600;
/** One at a time: rendering is all work of the processor. A list that asks for more than this is sent away. */
const MOST_WAITING = 100;

/** Whose documents: a record and a kind, such as `job-sheet`. */
export interface PdfPlace {
  organisationId: string;
  kind: string;
  recordId: string;
}

export interface StoredPdf extends PdfPlace {
  /** The name that it is saved under. */
  fileName: string;
  content: PdfContent;
  /**
   * What it is made of, for a document that never changes again: rendered once, it stays as it is, whatever becomes of
   * its layout. Otherwise the content decides.
   */
  frozen?: string;
  images?: () => Promise<Images>;
}

/** A link to the document, for a quarter of an hour. It is rendered when nobody asked for the same one before. */
export async function pdfUrl({ storage, clock }: Kernel, pdf: StoredPdf): Promise<string> {
  const key = keyOf(pdf);
  await shelfOf(storage).provide(key, clock.now(), pdf);
  return storage.downloadUrl(key, {
    expiresAt: addSeconds(clock.now(), LINK_SECONDS),
    fileName: pdf.fileName,
    contentType: PDF,
    inline: true,
  });
}

/** Takes every document of a record away. */
export async function forgetPdfs(storage: FileStorage, place: PdfPlace): Promise<void> {
  for (const { key } of await storage.list(folderOf(place))) await storage.delete(key);
}

const folderOf = ({ organisationId, kind, recordId }: PdfPlace): string =>
  `${organisationId}/${kind}/${recordId}`;

function keyOf(pdf: StoredPdf): string {
  const named = pdf.frozen ?? JSON.stringify(pdf.content);
  return `${folderOf(pdf)}/${createHash('sha256').update(named).digest('hex')}`;
}

class Shelf {
  private readonly turns = new Semaphore(1, MOST_WAITING);
  private readonly rendering = new Map<string, Promise<void>>();

  constructor(private readonly storage: FileStorage) {}

  /** Whoever asks for what is being rendered waits for it. */
  provide(key: string, now: Date, pdf: StoredPdf): Promise<void> {
    let work = this.rendering.get(key);
    if (!work) {
      work = this.ensure(key, now, pdf).finally(() => this.rendering.delete(key));
      this.rendering.set(key, work);
    }
    return work;
  }

  private async ensure(key: string, now: Date, pdf: StoredPdf): Promise<void> {
    if (await this.storage.stat(key)) return;
    const images = await pdf.images?.();
    const bytes = await this.turns.run(() => renderPdf(pdf.content, images));
    await this.storage.write(key, bytes, PDF);
    for (const older of await this.storage.list(folderOf(pdf)))
      if (older.key !== key && older.writtenAt < addSeconds(now, -KEPT_SECONDS))
        await this.storage.delete(older.key);
  }
}

const shelves = new WeakMap<FileStorage, Shelf>();

function shelfOf(storage: FileStorage): Shelf {
  let shelf = shelves.get(storage);
  if (!shelf) {
    shelf = new Shelf(storage);
    shelves.set(storage, shelf);
  }
  return shelf;
}

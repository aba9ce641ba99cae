import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';

export interface PdfText {
  text: string;
  /** From the left. */
  x: number;
  /** Of the line that the letters stand on, from the top. */
  y: number;
  width: number;
}

export interface PdfPage {
  width: number;
  height: number;
  items: PdfText[];
}

export interface ReadPdf {
  title: string | null;
  language: string | null;
  pages: PdfPage[];
}

/** What somebody who reads the PDFs finds in them. */
export async function readPdfs(files: readonly Buffer[]): Promise<ReadPdf[]> {
  const reader = spawn(process.execPath, [join(__dirname, 'read-pdf.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  reader.stdin.end(JSON.stringify(files.map((bytes) => bytes.toString('base64'))));
  return (await json(reader.stdout)) as ReadPdf[];
}

export const readPdf = async (bytes: Buffer): Promise<ReadPdf> => (await readPdfs([bytes]))[0]!;

/** The words of a page, line by line from the top, each from the left. */
export function linesOf({ items }: PdfPage): string[] {
  const lines = new Map<number, PdfText[]>();
  for (const item of items) {
    const y = Math.round(item.y);
    lines.set(y, [...(lines.get(y) ?? []), item]);
  }
  return [...lines.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, line]) =>
      line
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text)
        .join(' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
}

export const wordsOf = (pdf: ReadPdf): string => pdf.pages.map((page) => linesOf(page).join('\n')).join('\n');

/** Over HTTP, as a browser follows the link. */
export async function fetchPdf(url: string): Promise<{ bytes: Buffer; disposition: string | null }> {
  const response = await fetch(url);
  if (response.status !== 200 || response.headers.get('content-type') !== 'application/pdf')
    throw new Error(`${url} answered ${response.status} ${response.headers.get('content-type')}`);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { bytes, disposition: response.headers.get('content-disposition') };
}

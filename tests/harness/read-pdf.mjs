import { json } from 'node:stream/consumers';
import { getDocumentProxy } from 'unpdf';

/**
 * Reads PDFs, base64 in a list on its standard input, with a library that knows nothing of ours, and writes what it
 * found as JSON. A process of its own: the library is an ES module, which jest does not load.
 */
const found = [];
for (const bytes of await json(process.stdin)) found.push(await read(Buffer.from(bytes, 'base64')));
process.stdout.write(JSON.stringify(found));

async function read(bytes) {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await document.getMetadata();
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1)
    pages.push(await readPage(await document.getPage(number)));
  return { title: info.Title ?? null, language: info.Language ?? null, pages };
}

async function readPage(page) {
  const { items } = await page.getTextContent();
  const { width, height } = page.getViewport({ scale: 1 });
  const texts = items
    .filter(({ str }) => str)
    .map(({ str, transform, width: wide }) => ({
      text: str,
      x: transform[4],
      y: height - transform[5],
      width: wide,
    }));
  return { width, height, items: texts };
}

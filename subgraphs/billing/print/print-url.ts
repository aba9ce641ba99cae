import { bytesKey } from '../../../shared/files/keys';
import type { PdfContent } from '../../../shared/pdf/blocks';
import { imagesFrom } from '../../../shared/pdf/images';
import { pdfUrl } from '../../../shared/pdf/stored-pdf';
import type { Context } from '../../../shared/subgraph/context';
import type { PrintedHead, PrintedKind } from './printable';

/** Where the documents of a kind are kept. */
export const folderOf = (kind: PrintedKind): string => kind.toLowerCase().replaceAll('_', '-');

/** A link to the document; of one that is out, always to the copy that was made first. */
export function printUrl(
  { kernel }: Context,
  organisationId: string,
  document: PrintedHead,
  content: PdfContent,
): Promise<string> {
  const { kind, id, number, seller, buyer, vehicle } = document;
  return pdfUrl(kernel, {
    organisationId,
    kind: folderOf(kind),
    recordId: id,
    fileName: `${number ?? `${kind}-DRAFT`}.pdf`,
    content,
    ...(document.isOut ? { frozen: JSON.stringify([id, number, seller, buyer, vehicle]) } : {}),
    images: () =>
      imagesFrom(
        kernel.storage,
        seller.logoFileId ? { logo: bytesKey({ organisationId, id: seller.logoFileId }) } : {},
      ),
  });
}

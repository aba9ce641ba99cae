import { allowedContentTypes, fileClassOf, uploadProblem } from '../../../shared/files/limits';
import { matchesContentType, SNIFF_BYTES, sniffContentType } from '../../../shared/files/sniff';
import { ftyp, picture, zipOf } from './samples';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const word = ['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels', 'word/document.xml'];
const excel = ['[Content_Types].xml', '_rels/.rels', 'xl/_rels/workbook.xml.rels', 'xl/workbook.xml'];

describe('the type that bytes show', () => {
  it('is found for the images that a real encoder writes', async () => {
    for (const format of ['png', 'jpeg', 'webp', 'gif', 'avif'] as const) {
      const bytes = await picture(40, 30).toFormat(format).toBuffer();
      expect(sniffContentType(bytes)).toBe(`image/${format}`);
    }
  });

  it.each([
    ['a telephone photo', ftyp('heic', 'mif1', 'heic'), 'image/heic'],
    ['a telephone photo under the general brand', ftyp('mif1', 'mif1', 'heic'), 'image/heic'],
    ['a sequence of AVIF', ftyp('avis', 'msf1'), 'image/avif'],
    ['a film', ftyp('isom', 'iso2', 'avc1', 'mp41'), null],
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj'), 'application/pdf'],
    ['a document of Word', zipOf(word), DOCX],
    ['a workbook of Excel', zipOf(excel), XLSX],
    [
      'a workbook of another writer',
      zipOf(['docProps/app.xml', 'xl/theme/theme1.xml', 'xl/workbook.xml']),
      XLSX,
    ],
    ['a plain zip', zipOf(['readme.txt', 'word/document.xml']), null],
    [
      'an Office file that is neither',
      zipOf(['[Content_Types].xml', '_rels/.rels', 'ppt/presentation.xml']),
      null,
    ],
    ['a Java archive', zipOf(['META-INF/MANIFEST.MF']), null],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), null],
    ['SVG behind an XML declaration', Buffer.from('<?xml version="1.0"?><svg/>'), null],
    ['HTML', Buffer.from('<!DOCTYPE html><html></html>'), null],
    ['a Windows program', Buffer.from('MZ\x90\0\x03\0\0\0'), null],
    ['a Linux program', Buffer.from('\x7fELF\x02\x01\x01'), null],
    ['nothing', Buffer.alloc(0), null],
    ['a cut signature', Buffer.from([0x89, 0x50, 0x4e]), null],
    ['a cut zip', Buffer.from('PK\x03\x04\x14'), null],
    ['a cut box', Buffer.from('\0\0\0\x18ftypheic', 'latin1'), null],
  ])('is right for %s', (_, bytes, type) => {
    expect(sniffContentType(bytes)).toBe(type);
  });

  it('shows within the first bytes that are looked at', () => {
    const padded = [
      '[Content_Types].xml',
      '_rels/.rels',
      ...Array.from({ length: 10 }, (_, n) => `docProps/${n}.xml`),
    ];
    expect(sniffContentType(zipOf([...padded, 'word/document.xml']).subarray(0, SNIFF_BYTES))).toBe(DOCX);
  });
});

describe('a file that was announced as a type', () => {
  it('is that type or is refused', async () => {
    const png = await picture(10, 10).png().toBuffer();
    const jpeg = await picture(10, 10).jpeg().toBuffer();
    expect(matchesContentType(png, 'image/png')).toBe(true);
    expect(matchesContentType(jpeg, 'image/png')).toBe(false);
    expect(matchesContentType(png, 'application/pdf')).toBe(false);
    expect(matchesContentType(zipOf(word), XLSX)).toBe(false);
    expect(matchesContentType(Buffer.from('MZ\x90\0'), 'image/jpeg')).toBe(false);
    expect(matchesContentType(Buffer.from('<svg/>'), 'image/svg+xml')).toBe(false);
  });

  it.each([
    ['a table', 'plate;owner\nABC-123;Kovács Éva\n', true],
    ['a table with a byte order mark', '\ufeffplate;owner\n', true],
    ['text with an angle bracket in it', 'if a < b then c > d', true],
    ['text that begins with one', '<3 this shop', true],
    ['HTML', '<html><script>alert(1)</script>', false],
    ['HTML behind blanks', '\n\t <!doctype html>', false],
    ['HTML behind a byte order mark', '\ufeff<script>', false],
    ['SVG', '<?xml version="1.0"?><svg/>', false],
    ['text with a NUL', 'a\0b', false],
    ['a PDF', '%PDF-1.7', false],
  ])('as text is looked through: %s', (_, content, fits) => {
    for (const type of ['text/csv', 'text/plain']) {
      expect(matchesContentType(Buffer.from(content), type)).toBe(fits);
    }
  });

  it('as text is UTF-8, and may be cut in the middle of a character', () => {
    expect(matchesContentType(Buffer.from('Kov\xe1cs', 'latin1'), 'text/csv')).toBe(false);
    const long = Buffer.from('é'.repeat(SNIFF_BYTES));
    expect(matchesContentType(long.subarray(0, SNIFF_BYTES - 1), 'text/csv')).toBe(true);
  });
});

describe('uploadProblem', () => {
  const MB = 1024 * 1024;
  const codeOf = (contentType: string, size: number, fileName = 'a file') =>
    uploadProblem({ contentType, size, fileName })?.code ?? null;

  it('lets images up to 10 MB and documents up to 25 MB through', () => {
    for (const type of allowedContentTypes) {
      const limit = fileClassOf(type) === 'image' ? 10 * MB : 25 * MB;
      expect(codeOf(type, 1)).toBeNull();
      expect(codeOf(type, limit)).toBeNull();
      expect(codeOf(type, limit + 1)).toBe('FILE_TOO_LARGE');
    }
    expect(fileClassOf('image/png')).toBe('image');
    expect(fileClassOf('application/pdf')).toBe('document');
  });

  it.each(['image/svg+xml', 'text/html', 'application/zip', 'IMAGE/PNG', '', 'constructor', '__proto__'])(
    'refuses the type %j',
    (type) => {
      expect(codeOf(type, 1)).toBe('TYPE_NOT_ALLOWED');
      expect(fileClassOf(type)).toBeNull();
    },
  );

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses the size %d', (size) => {
    expect(codeOf('image/png', size)).toBe('INVALID_SIZE');
  });

  it.each(['', 'a/b.png', 'a\\b.png', 'a\nb.png', 'a\0.png', 'x'.repeat(201)])(
    'refuses the name %j',
    (name) => {
      expect(codeOf('image/png', 1, name)).toBe('INVALID_FILE_NAME');
    },
  );

  it('says which field is wrong and what is allowed', () => {
    expect(uploadProblem({ contentType: 'image/png', size: 11 * MB, fileName: 'x.png' })).toEqual({
      path: 'size',
      code: 'FILE_TOO_LARGE',
      message: 'Images can have up to 10 MB.',
    });
  });
});

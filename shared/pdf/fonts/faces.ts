import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export type Weight = 'Regular' | 'Bold';

interface Face {
  folder: string;
  file: Readonly<Record<Weight, string>>;
  /** What is looked for in it at all: the large ones are not opened for a character that they cannot have. */
  writes: RegExp;
}

const face = (name: string, file: string, writes: RegExp): Face => {
  const [stem, ending] = file.split('.');
  return {
    folder: join(dirname(require.resolve(`@embedpdf/${name}`)), '..', 'fonts'),
    file: { Regular: `${stem}-Regular.${ending}`, Bold: `${stem}-Bold.${ending}` },
    writes,
  };
};

/** In the order in which they are asked. */
const FACES = {
  /** Latin, Greek, Cyrillic and Devanagari, punctuation, the signs of currencies. */
  latin: face('fonts-latin', 'NotoSans.ttf', /./su),
  arabic: face('fonts-arabic', 'NotoNaskhArabic.ttf', /\p{Script_Extensions=Arabic}/u),
  hebrew: face('fonts-hebrew', 'NotoSansHebrew.ttf', /\p{Script_Extensions=Hebrew}/u),
  /** All of the Chinese characters, those of Japan and of traditional writing too, and kana. */
  han: face(
    'fonts-sc',
    'NotoSansHans.otf',
    /[\p{Script_Extensions=Han}\p{Script_Extensions=Hiragana}\p{Script_Extensions=Katakana}\uff00-\uffef]/u,
  ),
  hangul: face('fonts-kr', 'NotoSansKR.otf', /\p{Script_Extensions=Hangul}/u),
} as const satisfies Record<string, Face>;

export type FaceName = keyof typeof FACES;

export const FACE_NAMES = Object.keys(FACES) as FaceName[];

export const mayWrite = (name: FaceName, cluster: string): boolean => FACES[name].writes.test(cluster);

/** Naskh letters are small for their size; set a little larger, they stand beside the others as equals. */
export const enlargementOf = (name: FaceName): number => (name === 'arabic' ? 1.12 : 1);

const files = new Map<string, Buffer>();

/** The file of a face, read once for the process. */
export function faceFile(name: FaceName, weight: Weight): Buffer {
  const { folder, file } = FACES[name];
  const path = join(folder, file[weight]);
  let bytes = files.get(path);
  if (!bytes) {
    bytes = readFileSync(path);
    files.set(path, bytes);
  }
  return bytes;
}

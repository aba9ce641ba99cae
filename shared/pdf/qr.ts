import qrcode from 'qrcode-generator';

type Run = readonly [column: number, row: number, many: number];

export interface QrCode {
  /** Modules of a side. */
  modules: number;
  /** Dark ones, as runs along the rows. */
  dark: Run[];
}

/** A QR code of medium correction, as payment standards ask for; the text in UTF-8. */
export function qrCode(text: string): QrCode {
  const code = qrcode(0, 'M');
  // The library takes the low byte of each character.
  code.addData(Buffer.from(text, 'utf8').toString('latin1'), 'Byte');
  code.make();
  const modules = code.getModuleCount();
  const dark: Run[] = [];
  for (let row = 0; row < modules; row += 1)
    for (let column = 0; column < modules; column += 1) {
      const start = column;
      while (column < modules && code.isDark(row, column)) column += 1;
      if (column > start) dark.push([start, row, column - start]);
    }
  return { modules, dark };
}

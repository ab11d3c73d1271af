import { qrRows } from './qr';

/** What stands on a receipt, in the reader's words. */
export interface ReceiptText {
  readonly title: string;
  readonly rows: readonly (readonly [name: string, value: string])[];
  readonly note: string;
  readonly link: string;
}

const WIDTH = 720;
const MARGIN = 56;
const LETTERS = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Breaks a text into lines that fit: Chinese breaks anywhere. */
export function linesOf(text: string, widthMax: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && measure(line + character) > widthMax) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
}

class Sheet {
  private y = MARGIN;
  constructor(private readonly pen: CanvasRenderingContext2D) {}

  write(text: string, size: number, colour: string, bold = false): void {
    this.pen.font = `${bold ? '700' : '400'} ${size}px ${LETTERS}`;
    this.pen.fillStyle = colour;
    this.pen.textBaseline = 'top';
    const measure = (part: string) => this.pen.measureText(part).width;
    for (const line of linesOf(text, WIDTH - 2 * MARGIN, measure)) {
      this.pen.fillText(line, MARGIN, this.y);
      this.y += size * 1.45;
    }
  }

  skip(pixels: number): void {
    this.y += pixels;
  }

  code(link: string): void {
    const rows = qrRows(link);
    const module = Math.floor(260 / rows.length);
    const left = (WIDTH - module * rows.length) / 2;
    this.pen.fillStyle = '#000';
    rows.forEach((row, down) =>
      row.forEach((dark, across) => dark && this.pen.fillRect(left + across * module, this.y + down * module, module, module)),
    );
    this.y += module * rows.length;
  }

  get height(): number {
    return this.y + MARGIN;
  }
}

function draw(pen: CanvasRenderingContext2D, text: ReceiptText): number {
  const sheet = new Sheet(pen);
  sheet.write(text.title, 40, '#14549c', true);
  sheet.skip(24);
  for (const [name, value] of text.rows) {
    sheet.write(name, 24, '#4c5967');
    sheet.write(value, 34, '#18212c', true);
    sheet.skip(16);
  }
  sheet.skip(12);
  sheet.code(text.link);
  sheet.skip(24);
  sheet.write(text.note, 24, '#4c5967');
  return sheet.height;
}

/** The receipt as a picture: web views can keep a picture, where they keep nothing else. */
export function receiptImage(text: ReceiptText): string {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = 2000;
  const pen = canvas.getContext('2d');
  if (!pen) throw new TypeError('no canvas');
  // Once to see how long it gets, and once on a sheet of that length.
  canvas.height = Math.ceil(draw(pen, text));
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  draw(pen, text);
  return canvas.toDataURL('image/png');
}

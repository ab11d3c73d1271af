/** A photograph of a phone has ten megapixels; what a department must see has two. */
export const EDGE_PIXELS_MAX = 1600;
export const PHOTO_BYTES_MAX = 1_500_000;
const QUALITIES = [0.82, 0.7, 0.55, 0.4] as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of a picture whose longer edge fits; small pictures stay as they are. */
export function shrunkSize({ width, height }: Size, edge = EDGE_PIXELS_MAX): Size {
  const factor = Math.min(1, edge / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** The first of ever poorer pictures that is small enough; the poorest where none is. */
export async function lightEnough(
  draw: (quality: number) => Promise<Blob>,
  bytesMax = PHOTO_BYTES_MAX,
): Promise<Blob> {
  let last: Blob | undefined;
  for (const quality of QUALITIES) {
    last = await draw(quality);
    if (last.size <= bytesMax) return last;
  }
  if (!last) throw new Error('there is no quality to draw with');
  return last;
}

function loaded(file: Blob): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const picture = new Image();
    const address = URL.createObjectURL(file);
    picture.onload = () => {
      URL.revokeObjectURL(address);
      done(picture);
    };
    picture.onerror = () => {
      URL.revokeObjectURL(address);
      fail(new TypeError('not a picture'));
    };
    picture.src = address;
  });
}

/**
 * A photograph made small before it is sent. Drawn anew, it has lost what the camera wrote into it: where and with
 * what it was taken. The browser turns it upright while drawing.
 */
export async function shrink(file: Blob): Promise<Blob> {
  const picture = await loaded(file);
  const canvas = document.createElement('canvas');
  const size = shrunkSize({ width: picture.naturalWidth, height: picture.naturalHeight });
  canvas.width = size.width;
  canvas.height = size.height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new TypeError('no canvas');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, size.width, size.height);
  pen.drawImage(picture, 0, 0, size.width, size.height);
  return lightEnough(
    (quality) =>
      new Promise((done, fail) =>
        canvas.toBlob((blob) => (blob ? done(blob) : fail(new TypeError('not drawn'))), 'image/jpeg', quality),
      ),
  );
}

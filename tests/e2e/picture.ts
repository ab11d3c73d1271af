import type { Browser } from '@playwright/test';

/** A file as it is chosen in a form. */
export interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** What is drawn: an entrance whose lamp is out, the same with light, or nothing but grain, which no JPEG makes small. */
export type Scene = 'dark' | 'lit' | 'grain';

/** A JPEG that the browser draws: nobody's photograph, and none kept in the repository. */
export async function picture(browser: Browser, scene: Scene, [width, height] = [1200, 900]): Promise<Picture> {
  const page = await browser.newPage();
  const drawn = await page.evaluate(draw, { scene, width: width ?? 0, height: height ?? 0 });
  await page.close();
  return { name: `${scene}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(drawn, 'base64') };
}

/** Runs in the browser. */
async function draw({ scene, width, height }: { scene: Scene; width: number; height: number }): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  if (scene === 'grain') {
    const grain = pen.createImageData(width, height);
    for (let at = 0; at < grain.data.length; at += 1) grain.data[at] = at % 4 === 3 ? 255 : Math.random() * 255;
    pen.putImageData(grain, 0, 0);
  } else {
    const lit = scene === 'lit';
    const block = (colour: string, x: number, y: number, w: number, h: number) => {
      pen.fillStyle = colour;
      pen.fillRect(x * width, y * height, w * width, h * height);
    };
    block(lit ? '#2b3b57' : '#10141d', 0, 0, 1, 1);
    block(lit ? '#b9a489' : '#2c2a2b', 0.12, 0.1, 0.76, 0.78);
    for (const x of [0.18, 0.68]) for (const y of [0.17, 0.36]) block(lit ? '#f2dfae' : '#1a1c22', x, y, 0.14, 0.12);
    block(lit ? '#6b4a2f' : '#19161a', 0.41, 0.42, 0.18, 0.46);
    block(lit ? '#86868a' : '#1c1e22', 0, 0.88, 1, 0.12);
    if (lit) {
      const glow = pen.createRadialGradient(width / 2, height * 0.34, 4, width / 2, height * 0.34, height * 0.42);
      glow.addColorStop(0, 'rgba(255,240,190,.95)');
      glow.addColorStop(1, 'rgba(255,240,190,0)');
      pen.fillStyle = glow;
      pen.fillRect(0, 0, width, height);
    }
    block(lit ? '#fff6d8' : '#3b3b40', 0.47, 0.32, 0.06, 0.04);
  }
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.9));
  if (!blob) throw new Error('not drawn');
  const address = await new Promise<string>((done) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.readAsDataURL(blob);
  });
  return address.slice(address.indexOf(',') + 1);
}

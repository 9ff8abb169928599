/** Dots for each unit of the drawing, so that text stays sharp where it is shown larger. */
const scale = 2;

/** An SVG as the bytes of a PNG file. Rejects where the browser cannot draw it. */
export async function rasterise(svg: string): Promise<Uint8Array> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = context && (await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png')));
    if (blob === null) throw new Error('The browser made no picture.');
    return new Uint8Array(await blob.arrayBuffer());
  } finally {
    URL.revokeObjectURL(address);
  }
}

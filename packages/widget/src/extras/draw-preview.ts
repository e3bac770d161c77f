const drawn = new WeakMap<HTMLCanvasElement, File>();

/** Draws an image file small, cut to a square: strict pages show no other picture of it. A file that is none stays blank. */
export function drawPreview(canvas: HTMLCanvasElement | null, file: File): void {
  if (!canvas || drawn.get(canvas) === file) return;
  drawn.set(canvas, file);
  createImageBitmap(file).then(
    (image) => {
      const side = Math.min(image.width, image.height);
      const { width, height } = canvas;
      const [x, y] = [(image.width - side) / 2, (image.height - side) / 2];
      canvas.getContext('2d')?.drawImage(image, x, y, side, side, 0, 0, width, height);
      image.close();
    },
    () => {},
  );
}

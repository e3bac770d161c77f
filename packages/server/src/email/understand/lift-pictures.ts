/** A picture that stood in the HTML itself. */
export interface LiftedPicture {
  readonly reference: string;
  readonly type: string;
  readonly bytes: Buffer;
}

const written = /\bsrc\s*=\s*(["'])data:image\/(png|jpe?g|gif|webp);base64,([a-z0-9+/=\s]*)\1/gi;
const fewest = 1000;

/** Takes the larger pictures that are written into HTML out of it; an image refers to each as to an attachment. */
export function liftPictures(html: string): { readonly html: string; readonly pictures: readonly LiftedPicture[] } {
  const pictures: LiftedPicture[] = [];
  const lifted = html.replace(written, (whole: string, quote: string, kind: string, data: string) => {
    if (data.length < fewest) return whole;
    const reference = `picture-${pictures.length + 1}@written.invalid`;
    const type = `image/${kind.toLowerCase().replace('jpg', 'jpeg')}`;
    pictures.push({ reference, type, bytes: Buffer.from(data, 'base64') });
    return `src=${quote}cid:${reference}${quote}`;
  });
  return { html: lifted, pictures };
}

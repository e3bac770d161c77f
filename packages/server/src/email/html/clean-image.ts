import { type Attributes, cleanAttributes, ownValue } from './clean-attributes.ts';
import type { DropCount } from './dropped.ts';
import { safeImageAddress } from './safe-address.ts';

const longestText = 1000;
const longestReference = 1000;
const picture = /^data:image\/(?:png|jpe?g|gif|webp);base64,[a-z0-9+/=\s]*$/i;

export interface ImagePlace {
  /** Whether it is hidden, or something around it. */
  readonly hidden: boolean;
  attachmentOf(reference: string): string | undefined;
}

/**
 * What becomes of an image: an attachment shown in its place (`data-attachment`), an address elsewhere that nothing
 * fetches (`data-remote-src`), a picture in the mail itself, or its words alone. `undefined` where nothing is to be seen.
 */
export function cleanImage(
  given: Attributes,
  { hidden, attachmentOf }: ImagePlace,
  dropped: DropCount,
): Record<string, string> | undefined {
  const kept = cleanAttributes('img', given, dropped);
  const alt = ownValue(given, 'alt')?.slice(0, longestText);
  if (alt !== undefined) kept.alt = alt;
  const source = sourceOf(given);
  const reference = referenceOf(source);
  const attachment = reference === '' ? undefined : attachmentOf(reference);
  if (attachment !== undefined) return { ...kept, 'data-attachment': attachment, 'data-reference': reference };
  const remote = safeImageAddress(source);
  if (remote !== undefined) {
    if (!hidden && !isPixel(kept)) return { ...kept, 'data-remote-src': remote };
    dropped.add('tracking-pixel');
    return undefined;
  }
  if (picture.test(source)) return { ...kept, src: source };
  dropped.add('image');
  return alt?.trim() ? kept : undefined;
}

/** Also of an image that has been here before. */
function sourceOf(given: Attributes): string {
  const reference = ownValue(given, 'data-reference');
  const sources = [ownValue(given, 'src'), ownValue(given, 'data-remote-src'), reference && `cid:${reference}`];
  return sources.find((source) => source?.trim())?.trim() ?? '';
}

/** By what a part of the mail is meant: its Content-ID (RFC 2392), or its Content-Location (RFC 2557). */
function referenceOf(source: string): string {
  if (source.length > longestReference || /^data:/i.test(source)) return '';
  if (!/^cid:/i.test(source)) return source;
  const id = source.slice(4).replace(/^<|>$/g, '');
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function isPixel(kept: Attributes): boolean {
  const style = kept.style ?? '';
  const width = Math.min(sizeOf(kept.width), styledSize(style, 'width'));
  const height = Math.min(sizeOf(kept.height), styledSize(style, 'height'));
  const isUnknown = (size: number) => size === Number.POSITIVE_INFINITY;
  if (Math.min(width, height) === 0) return true;
  return (width <= 2 || isUnknown(width)) && (height <= 2 || isUnknown(height)) && Math.min(width, height) <= 2;
}

function sizeOf(value: string | undefined): number {
  return value === undefined || value.endsWith('%') ? Number.POSITIVE_INFINITY : Number(value);
}

function styledSize(style: string, side: 'width' | 'height'): number {
  const sizes = [...style.matchAll(/(?:^|;)(?:max-)?(width|height):(0|[\d.]+px)(?=;|$)/g)];
  return Math.min(...sizes.filter(([, name]) => name === side).map(([, , size = '']) => Number.parseFloat(size)));
}

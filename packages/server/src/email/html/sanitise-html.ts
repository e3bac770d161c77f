import sanitize from 'sanitize-html';
import { type Attributes, cleanAttributes, ownValue } from './clean-attributes.ts';
import { cleanImage } from './clean-image.ts';
import { cleanLink } from './clean-link.ts';
import { createDropCount, type Dropped } from './dropped.ts';
import { allowedElements, voidElements } from './elements.ts';
import { filterStyle, hides } from './filter-style.ts';
import { markLinks } from './mark-links.ts';
import { tidyMarkup } from './tidy-markup.ts';

export interface SanitisedHtml {
  /** Each element is closed in its turn, at most 200 within each other. */
  readonly html: string;
  readonly dropped: readonly Dropped[];
  /** How many images wait at `data-remote-src` until somebody asks for them. */
  readonly remoteImages: number;
  /** The attachments that are shown in their place, at `data-attachment`. */
  readonly attachments: readonly string[];
}

export interface SanitiseOptions {
  /** The id of the attachment that an image means by a Content-ID without angle brackets, or by its Content-Location. */
  attachmentOf?(reference: string): string | undefined;
}

const deepest = 200;
const none = () => undefined;

/**
 * Makes a mail's HTML safe to show: nothing runs, nothing is fetched, nothing leaves its box. Never throws, and takes time
 * in proportion to the length. What it gives, it gives back unchanged.
 */
export function sanitiseHtml(html: string, { attachmentOf = none }: SanitiseOptions = {}): SanitisedHtml {
  const dropped = createDropCount();
  const attachments = new Set<string>();
  let remoteImages = 0;
  /** For each open element, whether it or one around it is hidden. */
  const hidden: boolean[] = [];

  const clean = (name: string, given: Attributes): sanitize.Tag => {
    if (name === 'a') return { tagName: name, attribs: cleanLink(given, dropped) };
    if (name !== 'img') return { tagName: name, attribs: cleanAttributes(name, given, dropped) };
    const image = cleanImage(given, { hidden: hidden.at(-1) ?? false, attachmentOf }, dropped);
    if (!image) return { tagName: name, attribs: {} };
    if (image['data-remote-src'] !== undefined) remoteImages += 1;
    if (image['data-attachment'] !== undefined) attachments.add(image['data-attachment']);
    return { tagName: name, attribs: image };
  };
  const safe = sanitize(tidyMarkup(html.replaceAll('\0', ''), deepest, dropped), {
    ...allowList,
    transformTags: { '*': clean },
    onOpenTag: (_name, given) => void hidden.push((hidden.at(-1) ?? false) || isHidden(given)),
    onCloseTag: () => void hidden.pop(),
  });
  return {
    html: markLinks(safe.replaceAll(emptyImage, '')),
    dropped: dropped.list(),
    remoteImages,
    attachments: [...attachments],
  };
}

/** What is left of an image that is not to be seen. */
const emptyImage = '<img />';

const allowList: sanitize.IOptions = {
  allowedTags: [...allowedElements],
  allowedAttributes: {
    '*': [
      ...['align', 'dir', 'lang', 'title', 'style', 'width', 'height', 'border', 'bgcolor', 'valign', 'color', 'size'],
      ...['cellpadding', 'cellspacing', 'colspan', 'rowspan', 'span', 'face', 'start', 'type', 'value'],
    ],
    a: ['href', 'rel', 'target'],
    img: ['src', 'alt', 'data-attachment', 'data-reference', 'data-remote-src'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['data'] },
  allowProtocolRelative: false,
  nonTextTags: ['script', 'style', 'textarea', 'title', 'xmp'],
  selfClosing: [...voidElements],
  disallowedTagsMode: 'discard',
  parseStyleAttributes: false,
  nestingLimit: deepest + 1,
};

function isHidden(given: Attributes): boolean {
  if (Object.hasOwn(given, 'hidden')) return true;
  const style = ownValue(given, 'style');
  return style !== undefined && hides(filterStyle(style, createDropCount()));
}

import { MailParser } from 'mailparser';
import { htmlLimit } from '../inbound/text-from-html.ts';
import type { MailBounds } from './mail-bounds.ts';
import type { UnreadableReason } from './understood-mail.ts';

/** A mail breaks a bound. */
class BoundBroken extends Error {
  override readonly name = 'BoundBroken';

  constructor(readonly reason: UnreadableReason) {
    super(`The mail is not read: ${reason}.`);
  }
}

interface PartNode {
  readonly parentNode?: PartNode;
}

const shortText = 1_000_000;

/** Takes a mail apart within the bounds, and spends nothing on what nobody asks for. */
export class BoundedParser extends MailParser {
  readonly #depth: number;

  constructor({ parts, depth, headerBytes }: MailBounds) {
    super({
      skipImageLinks: true,
      skipTextLinks: true,
      // Words in HTML beside words in plain text are wanted; mail that is all HTML is converted elsewhere.
      skipHtmlToText: false,
      maxHtmlLengthToParse: htmlLimit,
      keepDeliveryStatus: true,
      ignoreEmbedded: true,
      checksumAlgo: false,
      maxHeadSize: headerBytes,
      maxChildNodes: parts,
    });
    this.#depth = depth;
  }

  /** Where the library comes to know of a part; it has no bound of its own for their depth. */
  createNode(node: PartNode): unknown {
    let depth = 0;
    for (let parent = node.parentNode; parent && depth <= this.#depth; parent = parent.parentNode) depth += 1;
    if (depth > this.#depth) this.destroy(new BoundBroken('too-deep'));
    return createNode.call(this, node);
  }

  /** Stands for plain words between HTML; the library's own would look for links and take its time. */
  override textToHtml(text: string): string {
    if (text.length > shortText) return '';
    const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return `<div style="white-space:pre-wrap">${escaped}</div>`;
  }
}

const { createNode } = MailParser.prototype as unknown as { createNode(this: MailParser, node: PartNode): unknown };

/** Why the library gave up. */
export function reasonOf(error: unknown): UnreadableReason {
  if (error instanceof BoundBroken) return error.reason;
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'EMAXLEN') return 'malformed';
  return /header/i.test(error.message) ? 'header-too-long' : 'too-many-parts';
}

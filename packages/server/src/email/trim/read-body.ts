import { textFromHtml } from '../inbound/text-from-html.ts';
import { isForward } from './is-forward.ts';
import { trimHtml } from './trim-html.ts';
import { trimText } from './trim-text.ts';
import type { TrimOptions } from './trimmed.ts';

/** The same words twice, where a mail has both; empty where it has not. */
interface BodyPart {
  readonly text: string;
  /** As it was sent: nothing in it is safe to show. */
  readonly html: string;
}

export interface ReadBody {
  /** What the sender wrote. */
  readonly visible: BodyPart;
  /** The history and signature that came with it, one click away. */
  readonly hidden: BodyPart;
  /** The kebab-case name of what was recognised; `none` where nothing is hidden. */
  readonly rule: string;
}

export interface ParsedBody {
  readonly subject?: string | undefined;
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}

/**
 * Divides the body of a mail into what its sender wrote and what came with it. A mail that is passed on stays whole; a first
 * mail keeps what it quotes, and hides its signature alone. The HTML decides, where there is one: it is what the sender saw.
 */
export function readBody(
  { subject = '', text = '', html = '' }: ParsedBody,
  { isFirst }: Required<TrimOptions>,
): ReadBody {
  const hasText = text.trim() !== '' || html === '';
  const whole: ReadBody = { visible: { text: hasText ? text : textFromHtml(html), html }, hidden: empty, rule: 'none' };
  if (isForward(subject)) return whole;
  const byText = trimText(hasText ? text : '', { isFirst });
  if (html === '') {
    const { visible, hidden, rule } = byText;
    return { visible: { text: visible, html }, hidden: { text: hidden, html }, rule };
  }
  const byHtml = trimHtml(html, { isFirst });
  if (byHtml.rule === 'none') return whole;
  // The words beside the HTML may be divided where its own are not.
  const words = (part: 'visible' | 'hidden') => (byText.rule === 'none' ? textFromHtml(byHtml[part]) : byText[part]);
  return {
    visible: { text: words('visible'), html: byHtml.visible },
    hidden: { text: words('hidden'), html: byHtml.hidden },
    rule: byHtml.rule,
  };
}

const empty: BodyPart = { text: '', html: '' };

import type { Dropped } from '../html/dropped.ts';
import { type SanitisedHtml, sanitiseHtml } from '../html/sanitise-html.ts';
import { type ParsedBody, readBody } from '../trim/read-body.ts';
import type { ShownBody } from './understood-mail.ts';

const longestToTrim = 1_000_000;

export interface ShowOptions {
  attachmentOf(reference: string): string | undefined;
  /** In characters, of the words of each part. */
  readonly longestText: number;
}

/** Divides a body both as a first mail and as an answer, and makes its HTML safe to show. */
export function showBody(
  body: ParsedBody,
  { attachmentOf, longestText }: ShowOptions,
): { readonly asFirst: ShownBody; readonly asAnswer: ShownBody; readonly attachments: ReadonlySet<string> } {
  const known = new Map<string, SanitisedHtml>();
  const attachments = new Set<string>();
  const sanitise = (html: string): SanitisedHtml => {
    const sanitised = known.get(html) ?? sanitiseHtml(html, { attachmentOf });
    known.set(html, sanitised);
    for (const id of sanitised.attachments) attachments.add(id);
    return sanitised;
  };
  const show = (isFirst: boolean): ShownBody => {
    const isLong = (body.text?.length ?? 0) > longestToTrim;
    // Nobody writes so much: the beginning is shown, and what it is made of does not matter.
    const read = readBody(isLong ? { ...body, text: body.text?.slice(0, longestText + 1) } : body, { isFirst });
    const [visible, hidden] = [sanitise(read.visible.html), sanitise(read.hidden.html)];
    return {
      visible: { text: cleanText(read.visible.text, longestText), html: visible.html },
      hidden: { text: cleanText(read.hidden.text, longestText), html: hidden.html },
      rule: read.rule,
      dropped: sum([...visible.dropped, ...hidden.dropped]),
      remoteImages: visible.remoteImages + hidden.remoteImages,
    };
  };
  const asAnswer = show(false);
  // Of a first mail no more is hidden than of an answer.
  return { asFirst: asAnswer.rule === 'none' ? asAnswer : show(true), asAnswer, attachments };
}

/** Without blank lines around it, and never cut between the halves of a character outside Unicode's first plane. */
function cleanText(text: string, longest: number): string {
  const words = text
    .replaceAll('\0', '')
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd();
  const last = words.charCodeAt(longest - 1);
  const isHalf = words.length > longest && last >= 0xd800 && last <= 0xdbff;
  return words.slice(0, longest - (isHalf ? 1 : 0));
}

function sum(dropped: readonly Dropped[]): readonly Dropped[] {
  const counts = new Map<Dropped['what'], number>();
  for (const { what, count } of dropped) counts.set(what, (counts.get(what) ?? 0) + count);
  return [...counts].map(([what, count]) => ({ what, count }));
}

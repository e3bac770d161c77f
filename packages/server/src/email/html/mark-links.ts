import { Parser } from 'htmlparser2';
import { otherShownHost } from './shown-host.ts';

const longestText = 1000;

/** Names, at each link whose text shows another host than its target, the host that it shows (`data-shown-host`). */
export function markLinks(html: string): string {
  if (!html.includes('<a ')) return html;
  let marked = '';
  let at = 0;
  let link: { readonly end: number; readonly href: string } | undefined;
  let text = '';
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === 'a' && href !== undefined) link = { end: parser.endIndex, href };
      if (name === 'a') text = '';
    },
    ontext(words) {
      if (link && text.length < longestText) text += words.slice(0, longestText);
    },
    onclosetag(name) {
      if (name !== 'a' || !link) return;
      const host = otherShownHost(text, link.href);
      if (host !== undefined) {
        marked += `${html.slice(at, link.end)} data-shown-host="${host}"`;
        at = link.end;
      }
      link = undefined;
    },
  });
  parser.write(html);
  parser.end();
  return marked + html.slice(at);
}

/** What takes no room, also among the letters of scripts that have such marks. */
const invisible = /[\p{Cf}\p{Cc}\p{Variation_Selector}]|\u034f|\u115f|\u1160|\u3164/gu;
const named = /(?:https?:\/\/|\bwww\.)[^\s<>"'()[\]{}|\\^`]{1,300}/iu;
/** A name and nothing else, with or without a path: `example.org/help`, or a mailbox. */
const alone =
  /^(?:mailto:)?(?:[^\s@/]{1,100}@)?((?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24})(?::\d{1,5})?(?:[/?#]\S{0,300})?$/u;
/** People call files so; some of these endings are countries too. */
const files = /\.(?:md|py|rs|sh|pl|ps|cc|so|pdf|docx?|xlsx?|pptx?|csv|txt|png|jpe?g|gif|html?|js|ts|json|xml|eml)$/;

/** The host that the text of a link shows, when it is another than the one that `address` leads to. */
export function otherShownHost(text: string, address: string): string | undefined {
  const words = text.slice(0, 1000).normalize('NFKC').replace(invisible, '').trim();
  const shown = shownHost(words);
  if (shown === undefined) return undefined;
  const target = targetHost(address);
  return target !== undefined && isSame(shown, target) ? undefined : shown;
}

function shownHost(words: string): string | undefined {
  const address = named.exec(words)?.[0];
  if (address !== undefined) return hostOf(/^www\./i.test(address) ? `http://${address}` : address);
  const name = alone.exec(words)?.[1];
  return name === undefined || files.test(name.toLowerCase()) ? undefined : hostOf(`http://${name}`);
}

function targetHost(address: string): string | undefined {
  if (!address.startsWith('mailto:')) return hostOf(address);
  const mailbox = address.slice('mailto:'.length).split('?', 1)[0] ?? '';
  return hostOf(`http://${mailbox.slice(mailbox.lastIndexOf('@') + 1)}`);
}

function hostOf(address: string): string | undefined {
  try {
    const host = new URL(address).hostname.replace(/^www\./, '').replace(/\.$/, '');
    return /^[a-z0-9._-]+$/.test(host) ? host : undefined;
  } catch {
    return undefined;
  }
}

/** A part of a domain speaks for the whole, and the whole for its parts. */
function isSame(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`);
}

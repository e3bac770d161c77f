const longest = 8000;

/** Where a link may lead: to a page, a mailbox or a telephone. In one writing; `undefined` for anything else. */
export function safeLink(address: string): string | undefined {
  return safeAddress(address, ['http:', 'https:', 'mailto:', 'tel:']);
}

/** Where an image may lie. */
export function safeImageAddress(address: string): string | undefined {
  return safeAddress(address, ['http:', 'https:']);
}

function safeAddress(address: string, protocols: readonly string[]): string | undefined {
  if (address.length > longest) return undefined;
  const whole = address.trim();
  try {
    const url = new URL(whole.startsWith('//') ? `https:${whole}` : whole);
    if (!protocols.includes(url.protocol)) return undefined;
    // A name in front of the host is read as the host.
    url.username = '';
    url.password = '';
    return url.href.length > longest ? undefined : url.href;
  } catch {
    return undefined;
  }
}

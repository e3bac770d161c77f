import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request comes from a page of this server, opened on this machine. A name that somebody else points at
 * 127.0.0.1 (DNS rebinding) is none of ours, whatever its page says of its origin.
 */
export function isOwnPage({ host = '', origin, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean {
  if (!/^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i.test(host)) return false;
  // `none`: typed into the address bar.
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return origin === undefined || origin.toLowerCase() === `http://${host.toLowerCase()}`;
}

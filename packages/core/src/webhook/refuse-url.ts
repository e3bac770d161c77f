import { type Refused, refuse } from '../shared/result.ts';

export interface UrlInvalid {
  readonly code: 'url-invalid';
  readonly path: 'url';
  readonly because: 'malformed' | 'not-https' | 'has-credentials';
}

const maxLength = 2000;

/** Names of the machine itself, where a developer tries things out without a certificate. */
const ownHosts = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Why nothing is sent to `url`: it has to be https, or http of this machine, without a user in it. What its name
 * resolves to is looked at when something is sent.
 */
export function refuseUrl(url: string): Refused<UrlInvalid> | undefined {
  const parsed = parse(url);
  if (!parsed || url.length > maxLength) return invalid('malformed');
  const { protocol, hostname, username, password } = parsed;
  if (protocol !== 'https:' && !(protocol === 'http:' && ownHosts.includes(hostname))) return invalid('not-https');
  return username || password ? invalid('has-credentials') : undefined;
}

function invalid(because: UrlInvalid['because']): Refused<UrlInvalid> {
  return refuse({ code: 'url-invalid', path: 'url', because });
}

function parse(url: string): URL | undefined {
  // The parser strips white space and control characters instead of complaining.
  if (/[\s\p{Cc}\p{Cs}\\]/u.test(url)) return undefined;
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

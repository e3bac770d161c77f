import { type Attributes, cleanAttributes, ownValue } from './clean-attributes.ts';
import type { DropCount } from './dropped.ts';
import { safeLink } from './safe-address.ts';

/** A link that opens beside the desk and tells its target nothing; without an address where that leads nowhere. */
export function cleanLink(given: Attributes, dropped: DropCount): Record<string, string> {
  const kept = cleanAttributes('a', given, dropped);
  const address = ownValue(given, 'href');
  if (address === undefined) return kept;
  const href = safeLink(address);
  if (href === undefined) {
    dropped.add('link');
    return kept;
  }
  return { ...kept, href, rel: 'noopener noreferrer nofollow', target: '_blank' };
}

import type { Mailbox } from '@deskkit/core';
import type { AddressObject, EmailAddress, HeaderValue } from 'mailparser';
import { cleanLabel } from '../clean-label.ts';

/** Whom a mail without a usable sender is from; `.invalid` exists nowhere (RFC 2606 §2). */
export const unknownAddress = 'unknown@sender.invalid';

/** The people of an address header, at most 100; who has no usable address is left out. */
export function mailboxesOf(header: HeaderValue | undefined): readonly Mailbox[] {
  return addressesOf(header)
    .map(({ name, address = '' }) => ({ name: cleanLabel(name), address: address.trim() }))
    .filter(({ address }) => isAddress(address))
    .slice(0, 100);
}

/** The first usable author; else the name that was given, at an address that cannot be answered. */
export function authorOf(from: HeaderValue | undefined): Mailbox {
  const [author] = mailboxesOf(from);
  return author ?? { name: cleanLabel(addressesOf(from)[0]?.name ?? ''), address: unknownAddress };
}

function addressesOf(header: HeaderValue | undefined): readonly EmailAddress[] {
  const objects = (Array.isArray(header) ? header : [header]).filter(isAddressObject);
  return objects.flatMap((object) => object.value).flatMap((entry) => entry.group ?? [entry]);
}

function isAddressObject(value: unknown): value is AddressObject {
  return typeof value === 'object' && value !== null && 'value' in value && Array.isArray(value.value);
}

function isAddress(address: string): boolean {
  return address.length <= 320 && /^[^\s\p{Cc}<>,;]+@[^\s\p{Cc}<>,;@]+$/u.test(address);
}

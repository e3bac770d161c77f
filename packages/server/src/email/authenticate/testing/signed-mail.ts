import { generateKeyPairSync } from 'node:crypto';
import { dkimSign, sealMessage } from 'mailauth';

const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 1024,
  publicKeyEncoding: { type: 'spki', format: 'der' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

/** The private key of every domain in the tests. */
export const testKey = privateKey;
/** What DNS says of it, at `s1._domainkey` of a domain. */
export const keyRecord = `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}`;

export function plainMail(
  author: string,
  body = 'Hello.\n\nThe door sticks.\n',
  headers: readonly string[] = [],
): string {
  const head = [
    `From: ${author}`,
    'To: help@desk.example',
    'Subject: The door',
    'Message-ID: <1@sender.example>',
    ...headers,
  ];
  return `${head.join('\r\n')}\r\n\r\n${body.replace(/\r?\n/g, '\r\n')}`;
}

export interface SignOptions {
  readonly selector?: string;
  readonly maxBodyLength?: number;
  readonly expires?: Date;
}

/** The mail with a signature of `domain` on top. */
export async function signed(
  mail: string,
  domain: string,
  { selector = 's1', ...more }: SignOptions = {},
): Promise<string> {
  const signatureData = [{ signingDomain: domain, selector, privateKey: testKey, ...more }];
  const { signatures, errors } = await dkimSign(mail, { ...first(signatureData), signatureData });
  if (errors.length > 0) throw errors[0];
  return signatures + mail;
}

function first<T>(list: readonly T[]): T {
  const [item] = list;
  if (item === undefined) throw new Error('Nothing is there.');
  return item;
}

/** The mail as a forwarder passes it on that says what it found. */
export async function sealed(mail: string, sealer: string, found: string): Promise<string> {
  const seal = { signingDomain: sealer, selector: 's1', privateKey: testKey, authResults: found, cv: 'none' };
  return (await sealMessage(mail, seal)).toString('latin1') + mail;
}

/** Passed on by somebody who adds to it, as lists do. */
export function changed(mail: string): string {
  return `Received: from list.example by mx.example\r\n${mail}-- \r\nSent by a list\r\n`;
}

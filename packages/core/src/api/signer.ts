/** Signs short texts with a key of its own, derived from the secret and a label (HMAC-SHA-256, RFC 2104). */
export interface Signer {
  /** The first 16 bytes of the signature, in base64url. */
  sign(text: string): Promise<string>;
  /** Takes as long for every signature of the right length. */
  verify(text: string, signature: string): Promise<boolean>;
  /** A position as visitors see it: it tells nothing of how much the workspace writes. The same for the same seq. */
  seal(workspace: string, seq: number): Promise<string>;
  /** `undefined` for what was not sealed here for this workspace. */
  unseal(workspace: string, sealed: string): Promise<number | undefined>;
}

export function createSigner(secret: string): Signer {
  const signing = importKey(secret, 'deskkit signatures');
  const sealing = importKey(secret, 'deskkit positions');

  const sign = async (text: string) => toBase64Url((await hmac(await signing, text)).slice(0, 16));
  const tagOf = async (workspace: string, seq: number) =>
    (await hmac(await sealing, `${workspace}/${seq}`)).slice(0, 8);
  const maskOf = async (tag: Uint8Array) => (await hmac(await sealing, `mask/${toBase64Url(tag)}`)).slice(0, 6);

  return {
    sign,
    verify: async (text, signature) => isSame(await sign(text), signature),
    async seal(workspace, seq) {
      const tag = await tagOf(workspace, seq);
      const mask = await maskOf(tag);
      const bytes = mask.map((byte, index) => byte ^ (Math.floor(seq / 256 ** (5 - index)) % 256));
      return toBase64Url(new Uint8Array([...tag, ...bytes]));
    },
    async unseal(workspace, sealed) {
      const bytes = fromBase64Url(sealed);
      if (bytes?.length !== 14) return undefined;
      const tag = bytes.slice(0, 8);
      const mask = await maskOf(tag);
      const seq = bytes.slice(8).reduce((sum, byte, index) => sum * 256 + (byte ^ (mask[index] ?? 0)), 0);
      return isSame(toBase64Url(await tagOf(workspace, seq)), toBase64Url(tag)) ? seq : undefined;
    },
  };
}

/** Not every runtime's types have the name `CryptoKey`. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

async function importKey(secret: string, label: string): Promise<Key> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const root = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['sign']);
  return crypto.subtle.importKey('raw', await hmac(root, label), algorithm, false, ['sign']);
}

async function hmac(key: Key, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(text)));
}

function isSame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let index = 0; index < one.length; index++) difference |= one.charCodeAt(index) ^ other.charCodeAt(index);
  return difference === 0;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function fromBase64Url(text: string): Uint8Array | undefined {
  // A single character of a group of four stands for no byte; atob throws at it.
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

const headerLimit = 512_000;
const headerLinesLimit = 5000;
const lineLimit = 1_000_000;
const signaturesLimit = 8;
const sealsLimit = 10;
const longestSeal = 16_000;
const cr = 0x0d;
const lf = 0x0a;

/** Why a mail is in no form in which signatures can be checked at a bearable cost. */
export class UncheckableMail extends Error {
  override readonly name = 'UncheckableMail';
}

export interface GuardOptions {
  /** Whether seals of forwarders (RFC 8617) are asked for; else they are left out. */
  readonly seals: boolean;
}

/**
 * Passes a mail on to the library that checks it, with CRLF for each LF and without what would cost more than a mail is
 * worth: signatures beyond the first eight, seals that are too many or not in order. Rejects with `UncheckableMail`.
 */
export async function* guardMail(
  raw: AsyncIterable<Uint8Array>,
  { seals }: GuardOptions,
): AsyncGenerator<Buffer, void, undefined> {
  let head: Buffer | undefined = Buffer.alloc(0);
  let line = 0;
  let last = 0;
  for await (const chunk of raw) {
    let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    if (head) {
      head = Buffer.concat([head, bytes]);
      const end = endOfHead(head);
      if (end < 0 && head.length <= headerLimit) continue;
      if (end < 0 || end > headerLimit) throw new UncheckableMail('The header is too long.');
      yield guardHead(head.subarray(0, end), seals);
      bytes = head.subarray(end);
      head = undefined;
      last = lf;
    }
    if (bytes.length === 0) continue;
    line = longestLine(bytes, line);
    if (line < 0) throw new UncheckableMail('A line is too long.');
    const before = last;
    last = bytes[bytes.length - 1] ?? 0;
    yield withCrlf(bytes, before);
  }
  if (head) yield guardHead(head, seals);
}

function endOfHead(head: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => [head.indexOf(end), end.length] as const).filter(([at]) => at >= 0);
  return ends.length === 0 ? -1 : Math.min(...ends.map(([at, length]) => at + length));
}

function guardHead(head: Buffer, seals: boolean): Buffer {
  const lines = head.toString('latin1').split(/\r?\n/);
  if (lines.length > headerLinesLimit) throw new UncheckableMail('The header has too many lines.');
  const fields: string[] = [];
  for (const each of lines) {
    if (/^[ \t]/.test(each) && fields.length > 0) fields.push(`${fields.pop()}\r\n${each}`);
    else fields.push(each);
  }
  const isKept = seals && areInOrder(fields.filter(isSeal));
  let signatures = 0;
  const kept = fields.filter((field) => {
    if (isSeal(field)) return isKept;
    return !/^dkim-signature[ \t]*:/i.test(field) || ++signatures <= signaturesLimit;
  });
  return Buffer.from(kept.join('\r\n'), 'latin1');
}

function isSeal(field: string): boolean {
  return /^arc-(?:seal|message-signature|authentication-results)[ \t]*:/i.test(field);
}

/**
 * The library writes what a seal names into plain objects, so that `__proto__` would reach every object there is. It takes
 * quotes and comments out of names and knows backslashes by halves.
 */
function areInOrder(fields: readonly string[]): boolean {
  if (fields.length > 3 * sealsLimit) return false;
  return fields.every(
    (field) => field.length <= longestSeal && !field.includes('\\') && !/_(?:["']|\([^)]*\))*_/.test(field),
  );
}

/** How long the last line is; -1 where one is too long. */
function longestLine(bytes: Buffer, before: number): number {
  let start = -before;
  for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, at + 1)) {
    if (at - start > lineLimit) return -1;
    start = at + 1;
  }
  return bytes.length - start > lineLimit ? -1 : bytes.length - start;
}

function withCrlf(bytes: Buffer, before: number): Buffer {
  if (!hasLoneLf(bytes)) return bytes;
  const repaired = Buffer.allocUnsafe(bytes.length * 2);
  let length = 0;
  let last = before;
  for (const byte of bytes) {
    if (byte === lf && last !== cr) repaired[length++] = cr;
    repaired[length++] = byte;
    last = byte;
  }
  return repaired.subarray(0, length);
}

function hasLoneLf(bytes: Buffer): boolean {
  for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, at + 1)) {
    if (bytes[at - 1] !== cr) return true;
  }
  return false;
}

import { createHash } from 'node:crypto';

const traces =
  /^(?:received|x-received|received-spf|return-path|delivered-to|envelope-to|authentication-results|(?:x-)?arc-.*|x-original-to|x-forwarded-(?:to|for)|x-google-.*|x-gm-.*)$/;
const headerLimit = 1_048_576;

/**
 * The SHA-256 of a mail in hexadecimal, without the headers that each server on the way adds: the same for a mail
 * that comes twice.
 */
export async function hashWithoutTrace(mail: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of mail) {
    if (!head) {
      hash.update(chunk);
      continue;
    }
    head = Buffer.concat([head, chunk]);
    const end = endOfHeaders(head);
    if (end < 0 && head.length < headerLimit) continue;
    hash.update(withoutTraces(head.subarray(0, Math.max(end, 0)).toString('latin1')), 'latin1');
    hash.update(head.subarray(Math.max(end, 0)));
    head = undefined;
  }
  if (head) hash.update(withoutTraces(head.toString('latin1')), 'latin1');
  return hash.digest('hex');
}

function endOfHeaders(head: Buffer): number {
  const ends = [head.indexOf('\r\n\r\n'), head.indexOf('\n\n')].filter((end) => end >= 0);
  return ends.length > 0 ? Math.min(...ends) : -1;
}

function withoutTraces(headers: string): string {
  return headers
    .split(/\r?\n(?![ \t])/)
    .filter((header) => !traces.test(header.split(':', 1)[0]?.toLowerCase() ?? ''))
    .join('\n');
}

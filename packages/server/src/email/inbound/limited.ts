import { MailRefused } from './mail-refused.ts';

/** Passes bytes on, and rejects with `mail-too-large` once there are more than `maxBytes`. */
export async function* limited(bytes: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.byteLength;
    if (size > maxBytes)
      throw new MailRefused('mail-too-large', `A mail may have at most ${maxBytes} bytes; send less.`);
    yield chunk;
  }
}

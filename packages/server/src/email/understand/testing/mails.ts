/** Bytes as they may come from a network: in pieces of no particular length. */
export async function* inPieces(mail: string | Uint8Array, length = 1000): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(mail);
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

export async function bytesOf(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const head = [
  'From: Ada <ada@sender.example>',
  'To: help@desk.example',
  'Subject: The door',
  'Message-ID: <1@sender.example>',
];

export function textMail(text: string, headers: readonly string[] = []): string {
  return `${[...head, ...headers].join('\r\n')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}`;
}

export function htmlMail(html: string): string {
  return textMail(html, ['Content-Type: text/html; charset=utf-8']);
}

/** A mail of several parts, each with its header lines; `type` may say which kind of whole they make. */
export function mailOfParts(parts: readonly (readonly [headers: string, body: string])[], type = 'mixed'): string {
  const body = parts.map(([headers, text]) => `--edge\n${headers}\n\n${text}\n`).join('');
  return textMail(`${body}--edge--\n`, [`Content-Type: multipart/${type}; boundary=edge`]);
}

export function filePart(name: string, content: Uint8Array | string, more = ''): readonly [string, string] {
  const headers = `Content-Type: application/octet-stream\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64`;
  const lines = Buffer.from(content).toString('base64').replace(/.{76}/g, '$&\n');
  return [`${headers}${more}`, lines];
}

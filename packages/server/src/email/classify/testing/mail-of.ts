/** A mail of these header lines and this body, in UTF-8 and with CRLF; headers that are not given name two people. */
export function mailOf(headers: string | readonly string[], body = 'Hello.'): Buffer {
  const given = typeof headers === 'string' ? (headers === '' ? [] : headers.split('\n')) : headers;
  const has = (name: string) => given.some((line) => line.toLowerCase().startsWith(`${name}:`));
  const otherwise = [
    ['from', 'From: Ada Quill <ada@sender.example>'],
    ['to', 'To: help@desk.example'],
    ['subject', 'Subject: The door'],
    ['message-id', 'Message-ID: <new-1@sender.example>'],
  ].flatMap(([name = '', line = '']) => (has(name) ? [] : [line]));
  return Buffer.from(`${[...given, ...otherwise].join('\n')}\n\n${body}\n`.replace(/\r?\n/g, '\r\n'));
}

/** A mail of several parts; each part is its header lines, an empty line and its body. */
export function multipartOf(type: string, headers: readonly string[], parts: readonly string[]): Buffer {
  const body = [...parts.map((part) => `--edge\n${part}\n`), '--edge--\n'].join('');
  return mailOf([...headers, 'MIME-Version: 1.0', `Content-Type: ${type}; boundary="edge"`], body);
}

export const originalPart = `Content-Type: message/rfc822

From: Desk <help@desk.example>
To: ada@sender.example
Message-ID: <sent-1@desk.example>
Subject: Your door

We mended it.`;

/** A report of RFC 3464 on one recipient. */
export function reportOf(fields: string, { headers = [], original = originalPart }: ReportParts = {}): Buffer {
  return multipartOf(
    'multipart/report; report-type=delivery-status',
    ['Subject: Report', ...headers],
    [
      'Content-Type: text/plain\n\nSee below.',
      `Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.sender.example\n\n${fields}\n`,
      original,
    ],
  );
}

interface ReportParts {
  readonly headers?: readonly string[];
  readonly original?: string;
}

export interface Started {
  readonly url: string;
  /** Where mail is taken in; absent when SMTP is off. */
  readonly mail: { readonly host: string; readonly port: number; readonly address: string } | undefined;
  readonly sendsMail: boolean;
  readonly isDemo: boolean;
}

/** What a person reads once the desk is up. */
export function greet({ url, mail, sendsMail, isDemo }: Started, version: string): string {
  return [
    `DeskKit ${version} is up${isDemo ? ', with demo data' : ''}.`,
    '',
    `  Inbox      ${url}/`,
    `  Demo page  ${url}/demo`,
    `  API        ${url}/docs`,
    '',
    ...mailLines(mail),
    ...(sendsMail ? [] : ['Replies by email wait until DESKKIT_SMTP_URL names a server that sends them.']),
    'Stop it with Ctrl-C.',
    '',
  ].join('\n');
}

function mailLines(mail: Started['mail']): string[] {
  if (!mail) return ['Mail by SMTP is off.'];
  const { host, port, address } = mail;
  const at = /^(0\.0\.0\.0|::)$/.test(host) ? 'localhost' : host;
  const server = at.includes(':') ? `[${at}]` : at;
  return [
    `Mail to ${address} is taken in by SMTP on port ${port}. Send one with either of these:`,
    `  printf 'From: ada@example.com\\r\\nSubject: Hello\\r\\n\\r\\nIs this on?\\r\\n' | curl smtp://${server}:${port} --mail-from ada@example.com --mail-rcpt ${address} -T -`,
    `  swaks --server ${server}:${port} --from ada@example.com --to ${address} --header 'Subject: Hello' --body 'Is this on?'`,
    '',
  ];
}

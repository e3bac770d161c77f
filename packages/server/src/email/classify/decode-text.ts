/** What bytes say in a charset; in UTF-8 or else Windows' western one where the charset is unknown. Never throws. */
export function decodeText(bytes: Uint8Array, charset = ''): string {
  const name = charset.trim().toLowerCase();
  if (name !== '' && !/^(?:us-)?ascii$|^unknown|^(?:x-)?default/.test(name)) {
    if (western.test(name)) return decodeWestern(bytes);
    try {
      return new TextDecoder(otherNames.get(name) ?? name).decode(bytes);
    } catch {
      // An unknown charset; guessed below.
    }
  }
  if (bytes.indexOf(escapeByte) >= 0) return new TextDecoder('iso-2022-jp').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeWestern(bytes);
  }
}

/** Node's own decoder leaves the 32 places between ASCII and Latin-1 as controls (WHATWG Encoding, windows-1252). */
function decodeWestern(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (control) => windows1252.charAt(control.charCodeAt(0) - 0x80));
}

/** Undoes a Content-Transfer-Encoding (RFC 2045 §6) of text that holds one character for each byte. */
export function decodeTransfer(raw: string, encoding = ''): Uint8Array {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return Buffer.from(raw, 'base64');
    case 'quoted-printable':
      return Buffer.from(decodeQuotedPrintable(raw.replace(/=[ \t]{0,99}\n/g, '')), 'latin1');
    default:
      return Buffer.from(raw, 'latin1');
  }
}

export function decodeQuotedPrintable(text: string): string {
  return text.replace(/=([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

const western = /^(?:windows-1252|cp-?1252|iso-?8859-1|latin-?1)$/;
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const escapeByte = 0x1b;
const otherNames = new Map([
  ['cp932', 'shift_jis'],
  ['cp949', 'euc-kr'],
  ['ks_c_5601-1987', 'euc-kr'],
  ['cp936', 'gbk'],
  ['utf8', 'utf-8'],
  ['iso-2022-jp-ms', 'iso-2022-jp'],
  ['iso-2022-jp-2', 'iso-2022-jp'],
]);

import { decodeText, decodeTransfer } from './decode-text.ts';
import { parameterOf } from './media-type.ts';
import type { MailPart } from './walk-mail.ts';

const mostCharacters = 128_000;

/** The beginning of a part as text, its transfer encoding, charset and HTML undone. */
export function textOfPart(part: MailPart): string {
  const bytes = decodeTransfer(part.raw.slice(0, 2 * mostCharacters), part.headers.first('content-transfer-encoding'));
  const text = decodeText(bytes, parameterOf(part.headers.first('content-type'), 'charset'));
  const lines = text.slice(0, mostCharacters).replace(/\r\n?/g, '\n');
  return part.type === 'text/html' ? textOfHtml(lines) : lines;
}

/** Text in the shape that phrases are written in: lower case, one space, plain quotes; none inside CJK text. */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/gu, "'")
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\u2010-\u2014]/gu, '-')
    .replace(/(?<=[\u3040-\u30ff\u3400-\u9fff]) (?=[\u3040-\u30ff\u3400-\u9fff])/gu, '')
    .trim();
}

function textOfHtml(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/tr|\/li|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<[^<>]*>/g, ' ')
    .replace(/&(lt|gt|quot|amp|nbsp|#39|#160);/gi, (_, name: string) => entities.get(name.toLowerCase()) ?? ' ');
}

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['amp', '&'],
  ['#39', "'"],
]);

/** As mail programs of many languages begin the subject of a mail that is passed on; the prefixes of answers are others. */
const prefix =
  /^(?:fw|fwd|wg|tr|trs|rv|enc|i|doorst|pd|vb|vl|ilt|továbbítás|πρθ|пересл|препр|videresendt|videres|inoltro|přepos|转发|轉寄|전달|転送|הועבר|إعادة توجيه)(?:\[\d{1,3}\]|\(\d{1,3}\))? ?[:：]/iu;

/** Whether the subject says that the mail passes another on. An answer to such a mail is an answer. */
export function isForward(subject: string): boolean {
  return prefix.test(subject.slice(0, 100).normalize('NFC').trim());
}

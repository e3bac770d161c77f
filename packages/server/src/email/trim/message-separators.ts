/** What clients write between dashes above a mail they answer. */
const originals =
  'original message|reply message|original appointment|original email|original e-mail|ursprüngliche nachricht|originalnachricht|' +
  'original-nachricht|original nachricht|antwort nachricht|ursprüngliche mail|oprindelig meddelelse|oprindelig besked|original besked|' +
  "message d'origine|message d’origine|message original|message initial|mensaje original|mensagem original|missatge original|" +
  'messaggio originale|messaggio originario|oorspronkelijk bericht|oorspronkelijke bericht|origineel bericht|ursprungligt meddelande|' +
  'originalmeddelande|ursprungligt brev|opprinnelig melding|opprinneleg melding|original melding|alkuperäinen viesti|wiadomość oryginalna|' +
  'oryginalna wiadomość|původní zpráva|originální zpráva|pôvodná správa|originálna správa|eredeti üzenet|mesaj original|mesajul original|' +
  'исходное сообщение|оригинальное сообщение|первоначальное сообщение|оригінальне повідомлення|вихідне повідомлення|оригинално съобщение|' +
  'изходно съобщение|оригинална порука|originalna poruka|izvorna poruka|izvirno sporočilo|originalno sporočilo|αρχικό μήνυμα|' +
  'πρωτότυπο μήνυμα|orijinal mesaj|özgün ileti|özgün mesaj|asıl mesaj|originaalkiri|algne sõnum|sākotnējais ziņojums|originalus laiškas|' +
  'pradinis laiškas|הודעה מקורית|ההודעה המקורית|الرسالة الأصلية|رسالة أصلية|پیام اصلی|元のメッセージ|オリジナルメッセージ|原始邮件|原始郵件|' +
  '邮件原件|原邮件|原始消息|원본 메시지|원본메시지|original mail|tin nhắn gốc|thư gốc|pesan asli|mesej asal|ข้อความต้นฉบับ|मूल संदेश';

/** What clients write above a mail that is passed on. */
const forwards =
  'forwarded message|begin forwarded message|forwarded mail|forwarded by|start of forwarded message|start forwarded message|' +
  'weitergeleitete nachricht|anfang der weitergeleiteten nachricht|weitergeleitete mail|message transféré|message transmis|' +
  'début du message réexpédié|début du message transféré|mensaje reenviado|inicio del mensaje reenviado|mensagem encaminhada|' +
  'mensagem reencaminhada|início da mensagem encaminhada|início da mensagem reencaminhada|messaggio inoltrato|inizio messaggio inoltrato|' +
  'doorgestuurd bericht|begin doorgestuurd bericht|vidarebefordrat meddelande|vidarebefordrat brev|videresendt besked|videresendt meddelelse|' +
  'start på videresendt besked|videresendt melding|videresendte melding|välitetty viesti|edelleenlähetetty viesti|' +
  'wiadomość przekazana dalej|przekazana wiadomość|treść przekazanej wiadomości|přeposlaná zpráva|preposlaná správa|továbbított üzenet|' +
  'továbbított levél|mesaj redirecționat|mesaj redirectionat|mesaj transmis|пересылаемое сообщение|пересланное сообщение|' +
  'начало переадресованного сообщения|переслане повідомлення|перенаправлене повідомлення|препратено съобщение|прослеђена порука|' +
  'proslijeđena poruka|prosleđena poruka|posredovano sporočilo|προωθημένο μήνυμα|iletilen mesaj|yönlendirilmiş ileti|edastatud kiri|' +
  'pārsūtīts ziņojums|persiųstas laiškas|הודעה שהועברה|رسالة معاد توجيهها|پیام بازارسال‌شده|転送されたメッセージ|転送メッセージ|转发的邮件|' +
  '转发邮件|轉寄的郵件|轉寄郵件|전달된 메시지|전달된 메일|thư được chuyển tiếp|pesan terusan|pesan yang diteruskan|ข้อความที่ส่งต่อ|missatge reenviat';

const setOf = (phrases: string): ReadonlySet<string> => new Set(phrases.split('|'));
const original = setOf(originals);
const forwarded = setOf(forwards);
const lengthLimit = 90;

/** Whether a line says that the mail answered, or a mail passed on, comes below it. */
export function readSeparator(text: string): 'original' | 'forward' | undefined {
  if (text.length > lengthLimit) return undefined;
  const bare = text.replace(/^[\s*_>]+|[\s*_]+$/gu, '');
  const dashes = /^[-_=—–]{2,}.*[-_=—–]{2,}$/u.test(bare);
  const phrase = bare.replace(/^[-_=—–\s]+|[-_=—–\s:：]+$/gu, '').toLowerCase();
  if (dashes && original.has(phrase)) return 'original';
  if (dashes && /^forwarded by\s/u.test(phrase)) return 'forward';
  return (dashes || /[:：]$/u.test(bare)) && forwarded.has(phrase) ? 'forward' : undefined;
}

/** Whether a line is only a rule drawn with dashes, underscores or the like. */
export function isRuler(text: string): boolean {
  return /^[-_=*~#+—–─━]{2,}$/u.test(text.slice(0, 200).replace(/\s/gu, ''));
}

const replyAbove =
  /(?:reply|respond|answer|type|write)\b.{0,30}\babove this line|above this line.{0,30}\b(?:reply|respond|answer)|oberhalb dieser (?:zeile|linie)|au-dessus de cette ligne|por encima de esta línea|encima de esta línea|sopra questa (?:riga|linea)|boven deze (?:regel|lijn)|acima desta linha|над этой (?:строкой|линией|чертой)|powyżej tej linii/iu;

/** Whether a line is the one that notices carry to show where to write: what follows it is the notice. */
export function isReplyAboveLine(text: string): boolean {
  return text.length <= 200 && replyAbove.test(text);
}

const device =
  'iphone|ipad|ipod|apple watch|android|samsung|galaxy|huawei|xiaomi|redmi|oneplus|pixel|nokia|htc|lg|sony|xperia|motorola|moto|oppo|vivo|' +
  'realme|honor|blackberry|windows|mac|macbook|phone|smartphone|mobile|mobil|mobilgerät|handy|tablet|cell|cellphone|device|gerät|telefon|' +
  'telefono|teléfono|móvil|celular|telemóvel|téléphone|portable|appareil|dispositivo|dispositif|apparaat|telefoon|mobiel|mobiltelefon|' +
  'puhelin|телефон|телефона|смартфон|смартфона|устройства|пристрою|outlook|gmail|yahoo|thunderbird|mail|mailbox|airmail|spark|k-9|aquamail|' +
  'bluemail|proton|protonmail|tutanota|fairemail|mailspring|spike|superhuman|hey|newton|inbox|workspace';

/** What mail apps add by themselves, by language; each ends before the name of the device or app. */
const openings = [
  'sent (?:from|via|using|with|by|on)',
  'from my',
  'enviat (?:des|de) del? meu',
  'envoyé (?:depuis|de|à partir|avec|via)(?: (?:de|mon|ma|un))?',
  'expédié (?:depuis|de)',
  'gesendet (?:von|mit|über|aus)',
  'von mein(?:em|er)',
  'diese nachricht wurde von mein(?:em|er)',
  'verzonden (?:vanaf|met|vanuit|via|van)',
  'verstuurd (?:vanaf|met|vanuit|via|van)',
  'enviado (?:desde|de|do|con|com|a partir|por|via|através)',
  'enviada (?:desde|do|pelo)',
  'inviato (?:da|dal|dall|con|tramite)',
  'skickat från',
  'skickades från',
  'sendt (?:fra|med|via)',
  'sent frá',
  'lähetetty',
  'saadetud',
  'nosūtīts no',
  'išsiųsta iš',
  'wysłan[eoay] z',
  'odesláno z',
  'odoslané z',
  'poslan[oae] s[ao]?',
  'poslato sa',
  'trimis de pe',
  'trimis din',
  'expediat de pe',
  'отправлено (?:с|из|со)',
  'надіслано (?:з|із|зі)',
  'відправлено (?:з|із|зі)',
  'изпратено (?:от|с)',
  'послато са',
  'στάλθηκε (?:από|μέσω)',
  'dikirim dari',
  'dihantar dari',
  'đã gửi từ',
  'được gửi từ',
  'ส่งจาก',
  'נשלח מ',
  'أُرسلت من',
  'أرسلت من',
  'تم الإرسال من',
  'مرسل من',
  'ارسال شده از',
  'bidalia nire',
  'küldve',
  'elküldve',
  'dërguar nga',
  '[发發]自(?:我的)?',
  '来自我的',
  '來自我的',
].join('|');

/** The same where the device or app comes first. */
const endings = [
  'gesendet',
  'gönderildi',
  'küldve',
  '傳送',
  '传送',
  '发送',
  '發送',
  '寄出',
  '送信',
  'から送信',
  '에서 보냄',
  '에서 보낸 메일',
  'lähetetty',
  'pošta',
  'से भेजा गया',
  'saadetud',
  'nosūtīts',
].join('|');

const tail = '(?:\\s?[<(\\[][^<>]{0,150})?';
const inflected =
  '(?:iphon|ipad|android|samsung|galaxy|outlook|puhelime|laittee|telefon)\\p{L}{1,6}|\\p{L}{3,10}[-:]?laitteesta';
const named = `(?<![\\p{Ll}\\p{Lu}\\p{N}])(?:(?:${device})(?:['’:-]\\p{L}{1,6})?|${inflected})(?![\\p{L}\\p{N}])`;
const excuse = '[,.;]\\s.{0,40}\\b(?:excuse|typo|typoz|brief|brevity|sorry|apolog|short)';

const wholeLine = [
  // Anything that calls itself mine and has no more to say is a device.
  /^(?:sent (?:from|via|using|on)|envoyé (?:depuis|de)|enviado (?:desde|do|de)|von|gesendet von|verzonden vanaf|inviato dal?|skickat från|sendt fra) (?:my|mon|mi|meu|meinem|mijn|mio|min) (?:[^\s,.;:!?]+\s?){1,6}$/iu,
  new RegExp(`^(?:${openings})(?![\\p{Ll}\\p{Lu}])[^.!?;,]{0,50}?${named}[^.!?;,]{0,40}${tail}$`, 'iu'),
  new RegExp(`^(?:${openings})(?![\\p{Ll}\\p{Lu}])[^.!?;,]{0,40}?${named}[^.!?;,]{0,40}${excuse}`, 'iu'),
  new RegExp(`^(?:${openings})(?![\\p{Ll}\\p{Lu}])\\s?[^.!?;,<(]{1,40}[<(]\\s?https?:[^\\s<>]{1,150}$`, 'iu'),
  new RegExp(`^(?:\\p{L}+\\s)?from (?:my )?(?:${device})(?:\\s\\w{1,12})?$`, 'iu'),
  new RegExp(`^[^.!?;,]{0,40}${named}[^.!?;,]{0,40}(?:${endings})$`, 'iu'),
  new RegExp(`^[^.!?;,]{0,20}(?:iphone|ipad|android|outlook|yahoo)[^.!?;,]{0,30}(?:${endings})(?:。|\\.)?$`, 'iu'),
  // Every app store invitation of this client, whatever its language.
  /^(?:[^\s.!?;,]+\s){0,4}\[?outlook\s(?:[^\s.!?;,]+\s){0,2}?(?:ios|android|mac|mobile)\]?(?:\s[^\s.!?;,]+){0,2}(?:\s?[<(]?https?:\S+)?$/iu,
];

const lengthLimit = 200;

/** Whether a line is one that a device or app puts under mail by itself ("Sent from my …"), in any language. */
export function isMobileLine(text: string): boolean {
  if (text.length > lengthLimit) return false;
  const bare = text
    .replace(/\]\([^)]*\)/gu, '] ')
    .replace(/[[\]*_]/gu, '')
    .replace(/^[<(\s]+(?=\p{L})/u, '')
    .replace(/\s+/gu, ' ')
    .replace(/[\s.。>)]+$/u, '');
  return wholeLine.some((pattern) => pattern.test(bare));
}

const device =
  'iphone|ipad|ipod|apple watch|android|samsung|galaxy|huawei|xiaomi|redmi|oneplus|pixel|nokia|htc|lg|sony|xperia|motorola|moto|oppo|vivo|' +
  'realme|honor|blackberry|windows|mac|macbook|phone|smartphone|mobile|mobil|mobilgerät|handy|tablet|cell|cellphone|device|gerät|telefon|' +
  'telefono|teléfono|móvil|celular|telemóvel|téléphone|portable|appareil|dispositivo|dispositif|apparaat|telefoon|mobiel|mobiltelefon|' +
  'puhelin|телефон|телефона|смартфон|смартфона|устройства|пристрою|outlook|gmail|yahoo|thunderbird|mail app|mailbox|airmail|spark|k-9|aquamail|' +
  'bluemail|proton|protonmail|tutanota|fairemail|mailspring|spike|superhuman|newton';

/** What mail apps add by themselves, by language; each ends before the name of the device or app. */
const openings = [
  'sent (?:from|via|using|with|by|on)',
  'enviat (?:des|de) del? meu',
  'envoyé (?:depuis|de|à partir|avec|via)(?: (?:de|mon|ma|un))?',
  'expédié (?:depuis|de)',
  'gesendet (?:von|mit|über|aus)',
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

/** The app's name as an address to get it from. */
const link = '\\s?[<(]?\\s?https?:[^\\s<>]{1,150}';
const inflected =
  '(?:iphon|ipad|android|samsung|galaxy|outlook|puhelime|laittee|telefon)\\p{L}{1,6}|\\p{L}{3,10}[-:]?laitteesta';
const named = `(?<![\\p{Ll}\\p{N}])(?:(?:${device})(?:['’:-]\\p{L}{1,6})?|${inflected})(?![\\p{L}\\p{N}])`;
const opened = `^(?:${openings})(?!\\p{Ll})`;
const fewWords = '(?:[\\s-][^\\s.!?;,]+){0,4}';
const excuse = '[,.;]\\s.{0,40}(?:excuse|typo|brief|brevity|sorry|apolog|short)';
const invitation =
  'get|download|try|holen sie sich|laden sie|télécharger|téléchargez|obtenir|obtenez|obtener|obtén|descargar|obter|obtenha|baixar|baixe|' +
  'ottieni|scarica|download|hämta|hent|få|skaff deg|hanki|lataa|pobierz|získat|stáhnout|získať|letöltés|obțineți|descărcați|скачать|скачайте|' +
  'получите|отримати|завантажити|изтеглете|κατεβάστε|λήψη|indirin|edinin|הורד|קבל|احصل على|下载|下載|获取|取得|dapatkan|tải|nhận';

// All of these read lower-cased text: a pattern with so many words and no regard to case takes long to set up.
const patterns = [
  new RegExp(`${opened}[^.!?;,]{0,40}?${named}${fewWords}(?:${link}|\\s?[<(][^<>]{0,150})?$`, 'u'),
  new RegExp(`${opened}[^.!?;,]{0,40}?${named}${fewWords}${excuse}`, 'u'),
  new RegExp(`${opened}\\s?[^.!?;,<(]{1,40}[<(]${link}$`, 'u'),
  new RegExp(`^(?:\\p{L}+\\s)?from (?:my )?(?:${device})(?:\\s\\w{1,12})?$`, 'u'),
  new RegExp(
    `^(?:diese (?:nachricht|e-mail|mail) wurde )?von mein(?:em|er) [^.!?;,]{0,20}${named}[^.!?;,]{0,30} gesendet$`,
    'u',
  ),
  new RegExp(`^[^.!?;,]{0,20}${named}[^.!?;,]{0,20}(?:${endings})$`, 'u'),
  new RegExp(`^[^.!?;,]{0,20}(?:iphone|ipad|android|outlook|yahoo)[^.!?;,]{0,20}(?:${endings})$`, 'u'),
  new RegExp(`^(?:${invitation})\\s(?:[^\\s.!?;,]+\\s){0,2}outlook(?:\\s[^\\s.!?;,]+){0,3}(?:${link})?$`, 'u'),
  new RegExp(`^(?:[^\\s.!?;,]+\\s){0,3}outlook(?:\\s[^\\s.!?;,]+){1,3}${link}$`, 'u'),
];

/** An unknown device is told by its name, which is written with capitals or digits. */
const mine =
  /^(?:sent (?:from|via|using|on)|envoyé (?:depuis|de)|enviado (?:desde|do|de)|gesendet von|verzonden vanaf|verstuurd vanaf|skickat från|sendt fra) (?:my|mon|mi|meu|meinem|mijn|min) /u;

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
  const lower = bare.toLowerCase();
  if (patterns.some((pattern) => pattern.test(lower))) return true;
  const model = bare.slice(mine.exec(lower)?.[0].length ?? bare.length);
  return /^(?:[^\s,.;:!?]+\s?){1,5}$/u.test(model) && /[\p{Lu}\d]/u.test(model);
}

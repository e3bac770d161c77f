interface SignedMail {
  readonly signature: string;
  readonly rule: string;
}

const device = (signature: string): SignedMail => ({ signature, rule: 'mobile-line' });

/** What stands below mails that answer nothing, written for these tests. */
export const signedMails: readonly SignedMail[] = [
  { signature: '-- \nAda Berg\nHarbour office', rule: 'signature' },
  { signature: '--\nAda Berg\nTel. 555 0100', rule: 'signature' },
  { signature: '-Ada Berg', rule: 'signature' },
  { signature: '____________________________\nboats mailing list\nboats@lists.example.org', rule: 'list-footer' },
  device('Sent from my iPhone'),
  device('Sent from my Fairphone 5'),
  device('(sent from a phone)'),
  device('Télécharger Outlook pour Android<https://example.org/app>'),
  device('Diese Nachricht wurde von meinem Android-Gerät gesendet.'),
  device('Sent from [Mail](https://example.org/mail) for Windows 10'),
  device('Sent from Outlook for Android<https://example.org/app>'),
  device('Get Outlook for iOS<https://example.org/app>'),
  device('Sent via mobile. Please excuse typos'),
  device('Von meinem iPhone gesendet'),
  device('Gesendet mit der mobilen Mail App'),
  device('Envoyé de mon iPad'),
  device('Enviado desde mi móvil'),
  device('Enviado do meu iPhone'),
  device('Inviato da iPhone'),
  device('Verstuurd vanaf mijn iPhone'),
  device('Skickat från min iPhone'),
  device('Sendt fra min iPhone'),
  device('Lähetetty iPhonesta'),
  device('Wysłane z iPhone’a'),
  device('Odesláno z iPhonu'),
  device('Отправлено с iPhone'),
  device('Надіслано з iPhone'),
  device('Στάλθηκε από το iPhone μου'),
  device('iPhone’umdan gönderildi'),
  device('נשלח מה-iPhone שלי'),
  device('iPhoneから送信'),
  device('发自我的 iPhone'),
  device('從我的 iPhone 傳送'),
  device('나의 iPhone에서 보냄'),
  device('Đã gửi từ iPhone của tôi'),
  device('Telefonumdan gönderildi'),
];

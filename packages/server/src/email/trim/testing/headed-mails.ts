import { type AnsweredMail, answeredMail } from './answered-mail.ts';

/** Mails of clients that put headers or only signs above a quote, written for these tests. */
export const headedMails: readonly AnsweredMail[] = [
  answeredMail(
    'Outlook, English',
    'header-block',
    'We close at six.',
    'From: Noor Haddad <noor@example.org>\nSent: Monday, March 4, 2024 9:12 AM\nTo: Ada Berg <ada@example.org>\nSubject: Opening hours\n\nWhen do you close?',
  ),
  answeredMail(
    'Outlook, bold labels and a ruler',
    'header-block',
    'At six.',
    '------------------------------\n*From:* Noor Haddad <noor@example.org>\n*Sent:* Monday, March 4, 2024 9:12 AM\n*To:* Ada Berg\n*Subject:* Opening hours\n\nWhen do you close?',
  ),
  answeredMail(
    'Outlook on the web',
    'header-block',
    'At six.',
    '________________________________\nFrom: Noor Haddad <noor@example.org>\nSent: Monday, March 4, 2024 9:12 AM\nTo: Ada Berg <ada@example.org>\nCc: Lin\nSubject: Opening hours\n\nWhen do you close?',
  ),
  answeredMail(
    'Outlook, German',
    'header-block',
    'Um sechs.',
    'Von: Noor Haddad <noor@example.org>\nGesendet: Montag, 4. März 2024 09:12\nAn: Ada Berg\nBetreff: Öffnungszeiten\n\nWann schließen Sie?',
  ),
  answeredMail(
    'Outlook, French',
    'header-block',
    'À dix-huit heures.',
    'De : Noor Haddad\nEnvoyé : lundi 4 mars 2024 09:12\nÀ : Ada Berg\nObjet : Horaires\n\nÀ quelle heure ?',
  ),
  answeredMail(
    'Outlook, Turkish',
    'header-block',
    'Saat altıda.',
    'Kimden: Noor Haddad\nGönderildi: 4 Mart 2024 Pazartesi 09:12\nKime: Ada Berg\nKonu: Saatler\n\nNe zaman?',
  ),
  answeredMail(
    'Outlook, Japanese',
    'header-block',
    '六時です。',
    '差出人: Noor Haddad\n送信日時: 2024年3月4日 9:12\n宛先: Ada Berg\n件名: 営業時間\n\nいつ閉まりますか。',
  ),
  answeredMail(
    'Outlook, Chinese',
    'header-block',
    '六点。',
    '发件人: Noor Haddad\n发送时间: 2024年3月4日 9:12\n收件人: Ada Berg\n主题: 时间\n\n几点？',
  ),
  answeredMail(
    'Outlook 2003',
    'original-message',
    'Fixed, thanks.',
    '-----Original Message-----\nFrom: Noor Haddad\n\nIs it fixed?',
  ),
  answeredMail(
    'Samsung, German',
    'original-message',
    'Erledigt.',
    '-------- Ursprüngliche Nachricht --------\nVon: Noor Haddad\nDatum: 04.03.24\n\nErledigt?',
  ),
  answeredMail(
    'Lotus, Portuguese',
    'original-message',
    'Pronto.',
    '----- Mensagem original -----\nDe: Noor Haddad\n\nPronto?',
  ),
  answeredMail(
    'QQ Mail',
    'original-message',
    '收到。',
    '------------------ 原始邮件 ------------------\n发件人: "Noor Haddad"\n\n收到了吗？',
  ),
  answeredMail('quote signs only', 'quote-signs', 'The second one.', '> The first one\n> or the second one?'),
];

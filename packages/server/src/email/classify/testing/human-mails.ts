import { mailOf, multipartOf, originalPart } from './mail-of.ts';

const quotedNotice = `> This is the mail system at host mx.example.
>
> I'm sorry to have to inform you that your message could not be delivered.
>
> <bob@other.example>: host mx.other.example said: 550 5.1.1 User unknown`;

const rfcNotice = `Content-Type: message/delivery-status

Reporting-MTA: dns; mx.other.example

Final-Recipient: rfc822; bob@other.example
Action: failed
Status: 5.1.1`;

const cases: readonly (readonly [title: string, headers: string, body?: string])[] = [
  // People who write of absences and of automatic replies.
  ['a door that is automatic', 'Subject: Automatic door broken', 'The automatic door on floor 2 is stuck.'],
  [
    'a new request about absences',
    'Subject: Out of office next week - please close my case',
    'I am out of the office next week.\nX-Auto-Response-Suppress',
  ],
  [
    'an absence that Exchange marked',
    'Subject: Out of office next week\nX-Auto-Response-Suppress: All',
    'I will be on vacation. Can somebody take over?',
  ],
  [
    'a question under such a subject',
    'Subject: Automatic reply: how do I turn it off?\nIn-Reply-To: <a@desk.example>',
    'How do I turn it off?',
  ],
  [
    'an answer to an automatic reply',
    'Subject: Re: Automatic reply: Invoice 12\nIn-Reply-To: <a@desk.example>',
    'Thanks, I will wait.\n\n> This is an automatic reply.',
  ],
  [
    'a German answer to one',
    'Subject: AW: Abwesenheitsnotiz: Rechnung\nReferences: <a@desk.example>',
    'Dann bis nächste Woche!',
  ],
  [
    'a request to change a reply',
    'Subject: Auto reply: please change the text',
    'Hi, our auto reply still says "thank you for your message". Please change it.',
  ],
  [
    'a request to set one up',
    'Subject: Vacation: set up a reply',
    'Hello, I would like to set up a vacation reply for my mailbox.',
  ],
  ['an absence of a child', 'Subject: Absence: Tim, class 4b', 'Dear Ms Lane, Tim is ill today.'],
  [
    'a French holiday',
    'Subject: En vacances avec votre sac',
    'Bonjour, votre sac est parfait pour partir en vacances. Merci !',
  ],
  ['a Spanish absence', 'Subject: Ausencia de respuesta', 'Hola, nadie me ha respondido desde el lunes.'],
  ['a Japanese absence', 'Subject: 不在のお知らせの設定方法', '不在のお知らせの設定方法を教えてください。'],
  ['a Chinese one', 'Subject: 自动回复怎么设置', '您好,请问自动回复怎么设置?'],
  ['a Korean one', 'Subject: 자동 응답 설정 문의', '안녕하세요. 자동 응답은 어떻게 설정하나요?'],
  ['a Russian one', 'Subject: Автоответ не работает', 'Здравствуйте! Автоответ не работает второй день.'],
  ['a Polish one', 'Subject: Nieobecność na szkoleniu', 'Dzień dobry, nie będzie mnie na szkoleniu.'],
  ['a Dutch one', 'Subject: Afwezig bij de levering', 'Hallo, ik was afwezig toen het pakket kwam.'],
  ['an Italian one', 'Subject: Assente alla consegna', 'Buongiorno, ero assente quando è arrivato il corriere.'],
  ['a Swedish one', 'Subject: Autosvar fungerar inte', 'Hej! Mitt autosvar fungerar inte.'],
  ['a Turkish one', 'Subject: Otomatik yanıt sorunu', 'Merhaba, otomatik yanıt çalışmıyor.'],
  ['an Arabic one', 'Subject: الرد التلقائي لا يعمل', 'مرحبا، الرد التلقائي لا يعمل عندي.'],
  ['a Hebrew one', 'Subject: מענה אוטומטי לא עובד', 'שלום, המענה האוטומטי לא עובד.'],
  ['a Greek one', 'Subject: Αυτόματη απάντηση δεν λειτουργεί', 'Γεια σας, δεν λειτουργεί.'],
  ['a Hindi one', 'Subject: स्वचालित उत्तर बंद करें', 'नमस्ते, कृपया स्वचालित उत्तर बंद करें।'],
  ['a Thai one', 'Subject: การตอบกลับอัตโนมัติไม่ทำงาน', 'สวัสดีค่ะ ตั้งค่าไม่ได้'],
  ['one who works automatically', 'Subject: Auto: quote for a van', 'Please send a quote for a van.'],
  // People who write of mail that did not arrive.
  [
    'a passed-on notice',
    'Subject: Fwd: Undelivered Mail Returned to Sender',
    `What does this mean?\n\n${quotedNotice}`,
  ],
  ['a Swedish passed-on notice', 'Subject: VB: Kunde inte levereras: Faktura', `Vad betyder detta?\n\n${quotedNotice}`],
  [
    'a pasted notice',
    'Subject: Undelivered Mail Returned to Sender',
    `Hi, I got this when I wrote to Bob:\n\n${quotedNotice.replaceAll('> ', '')}`,
  ],
  [
    'a complaint on delivery',
    'Subject: Delivery failed',
    'My parcel did not arrive. The courier says delivery failed twice.',
  ],
  [
    'a parcel that was returned',
    'Subject: Returned to sender',
    'The post office returned my parcel 4.5.2 to you. Code 550.',
  ],
  ['a German parcel', 'Subject: Paket unzustellbar', 'Guten Tag, mein Paket ist laut Bote unzustellbar. Was nun?'],
  ['a French letter', 'Subject: Courrier non distribué', 'Bonjour, mon courrier n’a pas été distribué.'],
  ['a Spanish parcel', 'Subject: Error de entrega', 'Hola, mi pedido no ha sido entregado.'],
  ['a Portuguese parcel', 'Subject: Pedido não entregue', 'Olá, o meu pedido não foi entregue.'],
  ['an Italian parcel', 'Subject: Mancata consegna', 'Salve, il pacco non è stato consegnato.'],
  ['a Polish parcel', 'Subject: Paczka niedostarczona', 'Dzień dobry, paczka nie została dostarczona.'],
  ['a Russian parcel', 'Subject: Не доставлено', 'Здравствуйте, посылка не доставлена.'],
  ['a Japanese parcel', 'Subject: 配信エラーについて', 'お世話になっております。メールが配信できませんと出ます。'],
  ['a Chinese return', 'Subject: 退信问题', '您好,我收到退信,请帮忙看看。'],
  ['a Korean return', 'Subject: 반송 문의', '안녕하세요, 상품이 반송되었습니다.'],
  ['a Vietnamese mail', 'Subject: Không gửi được thư', 'Xin chào, tôi không gửi được thư cho bạn.'],
  ['an Indonesian mail', 'Subject: Pesan gagal terkirim', 'Halo, pesan saya gagal terkirim.'],
  ['a Hungarian mail', 'Subject: Sikertelen kézbesítés', 'Üdvözlöm! A csomag nem érkezett meg.'],
  ['a Czech mail', 'Subject: Nedoručená zásilka', 'Dobrý den, zásilka nedorazila.'],
  ['a Finnish mail', 'Subject: Toimitus epäonnistui', 'Hei, tilaustani ei ole toimitettu.'],
  ['a Danish mail', 'Subject: Pakken blev ikke leveret', 'Hej, min pakke er ikke leveret.'],
  [
    'a log in the text',
    'Subject: Mail to one address fails',
    'We see this in our log:\n  550 5.1.1 <bob@other.example>: Recipient address rejected: User unknown\nWhat is wrong?',
  ],
  // People behind addresses that servers use.
  [
    'a postmaster who asks',
    'From: Postmaster <postmaster@other.example>\nSubject: Your mail is rejected here',
    'Hello, our server rejects your mail with 550 5.7.1. Could you fix your SPF record?',
  ],
  [
    'a postmaster with a mail program',
    'From: postmaster@other.example\nSubject: Delivery problems\nUser-Agent: Mozilla Thunderbird',
    'Mail from you could not be delivered, 550 5.7.26 unauthenticated.',
  ],
  [
    'a German postmaster',
    'From: "Postmaster" <postmaster@other.example>\nSubject: Zustellung fehlgeschlagen bei Ihren Kunden',
    'Guten Tag, wir können Mails von Ihnen seit gestern nicht annehmen.',
  ],
  ['an administrator', 'From: mail-admin@other.example\nSubject: Licence', 'We need two more seats.'],
  [
    'an owner',
    'From: shop-owner@other.example\nSubject: Undeliverable orders',
    'Hi, some orders are undeliverable to my address.',
  ],
  [
    'a name that only looks like a server',
    'From: "mailer-daemon@sender.example" <ada@sender.example>',
    'I run the server of that name.',
  ],
  [
    'a form of a site',
    'From: Contact form <noreply@shop.example>\nReply-To: ada@sender.example\nSubject: Mail delivery failed',
    'Ada writes: my mail to you could not be delivered, 550 5.1.1. What now?',
  ],
  [
    'a form that says it is one',
    'From: wordpress@shop.example\nReply-To: ada@sender.example\nSubject: New request',
    'Where is my order?\n\nThis mail was generated automatically by the form.',
  ],
  // Headers that people's mail carries as well.
  ['Exchange', 'X-Auto-Response-Suppress: DR, OOF, AutoReply\nX-MS-Exchange-Organization-SCL: 1'],
  ['a person by header', 'Auto-Submitted: no'],
  ['a person by header with a comment', 'Auto-Submitted: No (written by hand)'],
  ['switched off', 'X-Autoreply: no\nX-Autorespond: false'],
  [
    'a list that people write to',
    'List-Id: <people.lists.example>\nList-Post: <mailto:people@lists.example>\nList-Unsubscribe: <mailto:out@lists.example>\nPrecedence: list',
  ],
  [
    'a group that stands before the desk',
    'From: "\'Ada Quill\' via Help" <help@desk.example>\nX-Original-From: ada@sender.example\nList-Id: <help.desk.example>\nList-Post: <https://groups.example/help>\nPrecedence: list\nX-Google-Group-Id: 1',
  ],
  [
    'a bulk list that people write to',
    'List-Post: <mailto:people@lists.example>\nList-Unsubscribe: <mailto:out@lists.example>\nPrecedence: bulk',
  ],
  [
    'a postmaster’s answer',
    'From: postmaster@other.example\nSubject: AW: Undeliverable mail',
    'bob@other.example works again.',
  ],
  ['a word that goes on', 'Subject: Absences in 2026\nIn-Reply-To: <a@desk.example>', 'The list is attached.'],
  [
    'a quoted reply under a new subject',
    'Subject: Auto reply: please change it',
    '> This is an automatic reply.\n\nPlease change that.',
  ],
  ['an old list', 'Precedence: bulk\nSender: owner-people@lists.example'],
  ['one who may be unsubscribed from', 'List-Unsubscribe: <mailto:out@crm.example>\nFeedback-ID: 1:crm'],
  ['a boundary with the name of a report', 'Content-Type: multipart/mixed; boundary=report'],
  ['a loop mark', 'X-Loop: ada@sender.example'],
  ['a wish for a receipt', 'Disposition-Notification-To: ada@sender.example\nReturn-Receipt-To: ada@sender.example'],
  ['a reported mail that is not a report', 'Subject: Complaint about message from your team', 'It was rude.'],
  ['a sender who is returned to', 'Return-Path: <ada@sender.example>'],
  ['lines that end in CR only', 'Subject: CR\rX-Device: fax'],
  ['no words at all', 'Subject:', ''],
];

/** What people wrote, with everything that could make it look automatic. */
export const humanMails: readonly (readonly [title: string, raw: Buffer])[] = [
  ...cases.map(([title, headers, body]) => [title, mailOf(headers, body)] as const),
  [
    'a report that was attached',
    multipartOf(
      'multipart/mixed',
      ['Subject: Help with this'],
      ['Content-Type: text/plain\n\nWhat is this?', rfcNotice],
    ),
  ],
  [
    'a mail that was attached',
    multipartOf(
      'multipart/mixed',
      ['Subject: Fw: Failure notice'],
      ['Content-Type: text/plain\n\nSee it.', originalPart],
    ),
  ],
  [
    'an automatic mail that was attached',
    multipartOf(
      'multipart/mixed',
      ['Subject: What I got'],
      [
        'Content-Type: text/plain\n\nSee it.',
        'Content-Type: message/rfc822\n\nAuto-Submitted: auto-replied\nFrom: <>\n\nI am away.',
      ],
    ),
  ],
  [
    'an encoded subject',
    mailOf('Subject: =?utf-8?B?UsOpcG9uc2UgYXV0b21hdGlxdWUgZW4gcGFubmU=?=', 'Bonjour, elle est en panne.'),
  ],
];

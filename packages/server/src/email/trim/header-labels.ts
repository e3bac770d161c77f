/** What a line of a quoted mail's header tells. */
export type HeaderKind = 'from' | 'sent' | 'date' | 'to' | 'subject' | 'other';

type Labels = Readonly<Record<HeaderKind, string>>;

/** The labels of quoted headers by language, as clients write them, apart by `|`. */
const labels = {
  ar: { from: 'من', sent: 'تم الإرسال|أرسلت', date: 'التاريخ', to: 'إلى|الى', subject: 'الموضوع', other: 'نسخة' },
  bg: { from: 'От', sent: 'Изпратено', date: 'Дата', to: 'До', subject: 'Относно|Тема', other: 'Копие' },
  ca: { from: 'De', sent: 'Enviat', date: 'Data', to: 'Per a', subject: 'Assumpte|Tema', other: 'a/c' },
  cs: {
    from: 'Od|Odesílatel',
    sent: 'Odesláno|Posláno',
    date: 'Datum',
    to: 'Komu|Pro',
    subject: 'Předmět',
    other: 'Kopie|Kopie (Cc)',
  },
  da: { from: 'Fra', sent: 'Sendt', date: 'Dato', to: 'Til', subject: 'Emne', other: 'Kopi|Svar til' },
  de: {
    from: 'Von|Absender',
    sent: 'Gesendet|Gesendet am',
    date: 'Datum',
    to: 'An|Empfänger',
    subject: 'Betreff|Betr',
    other: 'Kopie|Kopie (CC)|Antwort an|Antworten an|Priorität|Wichtigkeit|Anlagen',
  },
  el: { from: 'Από', sent: 'Στάλθηκε|Απεστάλη', date: 'Ημερομηνία', to: 'Προς', subject: 'Θέμα', other: 'Κοιν' },
  en: {
    from: 'From|Sender',
    sent: 'Sent|Date Sent|Sent at|Sent on',
    date: 'Date|When',
    to: 'To',
    subject: 'Subject|Re',
    other: 'Cc|Bcc|Reply-To|Reply to|Importance|Attachments|Organization|Message-ID|Sensitivity',
  },
  es: {
    from: 'De|Remitente',
    sent: 'Enviado|Enviado el|Enviada|Enviada el',
    date: 'Fecha',
    to: 'Para|A',
    subject: 'Asunto',
    other: 'CC|Copia|Responder a|Importancia',
  },
  et: {
    from: 'Saatja|Kellelt',
    sent: 'Saadetud',
    date: 'Kuupäev',
    to: 'Adressaat|Saaja|Kellele',
    subject: 'Teema',
    other: 'Koopia',
  },
  fi: {
    from: 'Lähettäjä',
    sent: 'Lähetetty',
    date: 'Päivämäärä|Päiväys|Pvm',
    to: 'Vastaanottaja|Kenelle|Saaja',
    subject: 'Aihe',
    other: 'Kopio',
  },
  fr: {
    from: 'De|Expéditeur|Émetteur',
    sent: "Envoyé|Envoyé le|Envoyée|Message du|Date d'envoi|Date d’envoi",
    date: 'Date',
    to: 'À|A|Pour|Destinataire',
    subject: 'Objet|Sujet',
    other: 'Cc|Copie|Copie à|Répondre à',
  },
  he: { from: 'מאת', sent: 'נשלח', date: 'תאריך', to: 'אל|ל', subject: 'נושא|הנדון', other: 'עותק|העתק' },
  hr: { from: 'Od|Šalje|Prima', sent: 'Poslano', date: 'Datum', to: 'Prima|Za', subject: 'Predmet', other: 'Kopija' },
  hu: {
    from: 'Feladó|Küldő',
    sent: 'Elküldve|Küldve',
    date: 'Dátum',
    to: 'Címzett|Címzettek',
    subject: 'Tárgy',
    other: 'Másolat|Másolatot kap',
  },
  id: {
    from: 'Dari',
    sent: 'Dikirim|Terkirim',
    date: 'Tanggal',
    to: 'Kepada|Ke',
    subject: 'Subjek|Perihal',
    other: 'Tembusan',
  },
  it: {
    from: 'Da|Mittente',
    sent: 'Inviato|Inviato il|Inviata',
    date: 'Data',
    to: 'A|Per|Destinatario',
    subject: 'Oggetto',
    other: 'Cc|Risposta|Rispondi a|Priorità',
  },
  ja: {
    from: '差出人|送信者|発信者',
    sent: '送信日時|送信',
    date: '日付|日時',
    to: '宛先|送信先',
    subject: '件名',
    other: 'CC',
  },
  ko: {
    from: '보낸 사람|보낸사람|발신',
    sent: '보낸 날짜|보낸날짜',
    date: '날짜',
    to: '받는 사람|받는사람|수신',
    subject: '제목',
    other: '참조',
  },
  lt: { from: 'Nuo', sent: 'Išsiųsta', date: 'Data', to: 'Kam', subject: 'Tema', other: 'Kopija' },
  lv: { from: 'No', sent: 'Nosūtīts', date: 'Datums', to: 'Kam|Adresāts', subject: 'Tēma|Temats', other: 'Kopija' },
  nl: {
    from: 'Van|Afzender',
    sent: 'Verzonden|Verstuurd',
    date: 'Datum',
    to: 'Aan',
    subject: 'Onderwerp|Betreft',
    other: 'Kopie|Antwoord aan',
  },
  no: { from: 'Fra', sent: 'Sendt', date: 'Dato', to: 'Til', subject: 'Emne', other: 'Kopi' },
  pl: {
    from: 'Od|Nadawca',
    sent: 'Wysłano|Wysłane|Data wysłania',
    date: 'Data',
    to: 'Do|Adresat',
    subject: 'Temat',
    other: 'DW|Kopia',
  },
  pt: {
    from: 'De|Remetente',
    sent: 'Enviado|Enviada|Enviado em|Enviada em|Enviado a',
    date: 'Data',
    to: 'Para',
    subject: 'Assunto',
    other: 'Cópia|Com cópia|Responder a',
  },
  ro: {
    from: 'De la|Expeditor',
    sent: 'Trimis|Expediat|Trimis la',
    date: 'Data|Dată',
    to: 'Către|Catre',
    subject: 'Subiect',
    other: 'Copie',
  },
  ru: {
    from: 'От|От кого|Отправитель',
    sent: 'Отправлено|Послано|Дата отправки',
    date: 'Дата',
    to: 'Кому|Получатель',
    subject: 'Тема',
    other: 'Копия',
  },
  sk: {
    from: 'Od|Odosielateľ',
    sent: 'Odoslané|Poslané',
    date: 'Dátum',
    to: 'Komu|Pre',
    subject: 'Predmet',
    other: 'Kópia',
  },
  sl: { from: 'Od|Pošiljatelj', sent: 'Poslano', date: 'Datum', to: 'Za|Prejemnik', subject: 'Zadeva', other: 'Kp' },
  sr: {
    from: 'Од|Шаље',
    sent: 'Послато|Poslato',
    date: 'Датум',
    to: 'За|Прима',
    subject: 'Наслов|Тема|Naslov',
    other: 'Копија',
  },
  sv: { from: 'Från|Avsändare', sent: 'Skickat', date: 'Datum', to: 'Till', subject: 'Ämne', other: 'Kopia' },
  th: { from: 'จาก', sent: 'ส่ง', date: 'วันที่', to: 'ถึง', subject: 'เรื่อง|หัวข้อ', other: 'สำเนา' },
  tr: {
    from: 'Kimden|Gönderen',
    sent: 'Gönderildi|Gönderilme|Gönderme tarihi',
    date: 'Tarih',
    to: 'Kime|Alıcı',
    subject: 'Konu',
    other: 'Bilgi',
  },
  uk: {
    from: 'Від|Від кого',
    sent: 'Надіслано|Відправлено',
    date: 'Дата',
    to: 'Кому',
    subject: 'Тема',
    other: 'Копія',
  },
  vi: {
    from: 'Từ|Người gửi',
    sent: 'Đã gửi',
    date: 'Ngày',
    to: 'Đến|Tới|Người nhận',
    subject: 'Chủ đề|Tiêu đề',
    other: 'Bản sao',
  },
  zh: {
    from: '发件人|寄件者|寄件人|發件人',
    sent: '发送时间|发送日期|寄件日期|傳送時間|傳送日期|發送時間|已发送',
    date: '日期|时间',
    to: '收件人|收件者',
    subject: '主题|主旨|主題|标题',
    other: '抄送|副本',
  },
} satisfies Record<string, Labels>;

const kindOfLabel = new Map<string, HeaderKind>();
for (const language of Object.values(labels)) {
  for (const kind of ['from', 'sent', 'date', 'to', 'subject', 'other'] as const) {
    for (const label of language[kind].split('|')) kindOfLabel.set(label.toLowerCase(), kind);
  }
}

/** What the label of a quoted header says; undefined for other words. */
export function headerKindOf(label: string): HeaderKind | undefined {
  return kindOfLabel.get(label.toLowerCase());
}

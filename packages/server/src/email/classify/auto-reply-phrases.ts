import { phrases } from './phrases.ts';

/** Beginnings of subjects of replies that programs write, folded as by `foldText`. */
export const autoReplySubjects = phrases`
  automatic reply | auto reply | auto-reply | autoreply | automated reply | automated response | automatic response |
  auto response | auto-response | autoresponse | autoresponder | auto-responder | auto responder | auto: |
  automatic message | automatic acknowledgement | automatically generated reply |
  automatische antwort | automatische rückantwort | autoantwort | auto-antwort | automatische eingangsbestätigung |
  automatisch antwoord | automatisch beantwoord | automatische beantwoording |
  réponse automatique | reponse automatique | réponse auto | accusé de réception automatique | respuesta automática |
  respuesta automatica | contestación automática | contestador automático | autorespuesta | resposta automática |
  resposta automatica | risposta automatica | risponditore automatico | răspuns automat | raspuns automat |
  resposta automàtica |
  automatiskt svar | autosvar | automatisk svar | automatisk besvarelse | automaattinen vastaus | automaattivastaus |
  sjálfvirkt svar |
  automatyczna odpowiedź | odpowiedź automatyczna | autoodpowiedź | automatická odpověď | automatická odpoveď |
  автоматический ответ | автоответ | автоматична відповідь | автовідповідь | автоматичен отговор |
  samodejni odgovor | automatski odgovor | аутоматски одговор | automatinis atsakymas | automātiska atbilde |
  automaatvastus |
  automatikus válasz | αυτόματη απάντηση | otomatik yanıt | otomatik cevap | balasan otomatis | balasan automatik |
  trả lời tự động | مجيب آلي | رد تلقائي | الرد التلقائي | מענה אוטומטי | תשובה אוטומטית | پاسخ خودکار |
  स्वचालित उत्तर | स्वतः उत्तर | การตอบกลับอัตโนมัติ | ตอบกลับอัตโนมัติ | 自動返信 | 自動応答 | 自动回复 | 自動回覆 | 自动答复 | 自動回復 |
  자동 회신 | 자동 응답 | 자동회신 | 자동응답
`;

/** Beginnings of subjects that say that somebody is away. */
export const awaySubjects = phrases`
  out of office | out of the office | out-of-office | ooo: | ooo re: | away from my mail | away from the office |
  on vacation | vacation reply | vacation message | vacation: | away: | on leave | on holiday | on annual leave |
  absence from office | i am out of the office | i'm out of the office | i am away | i am on vacation |
  i'm on vacation | i am on leave | absence: | abwesenheitsnotiz | abwesenheit | abwesenheitsmeldung |
  abwesenheitsbenachrichtigung | abwesenheitsassistent | außer haus | nicht im büro | urlaubsmeldung | abwesend: |
  afwezig | afwezigheid | afwezigheidsbericht | niet aanwezig | absence du bureau | message d'absence |
  absent du bureau | absence | absent : | absent: | en congé | en vacances | fuera de la oficina | fuera de oficina |
  ausencia | ausente | estoy de vacaciones | fora do escritório | ausência | ausência temporária | de férias |
  fuori sede | fuori ufficio | assente | assenza | in ferie | absent de la birou | frånvarande | frånvaromeddelande |
  frånvaro | inte på kontoret | fraværende | fravær | ikke til stede | ikke på kontoret | ferie: | fraværsassistent |
  poissa | poissaoloilmoitus | poissaolo | lomalla | poza biurem | nieobecność | nieobecny | nieobecna |
  jestem na urlopie | mimo kancelář | mimo kanceláře | nepřítomnost | v nepřítomnosti | mimo kancelárie |
  neprítomnosť | нет на месте | вне офиса | отсутствие | меня нет на рабочем месте | в отпуске | відсутність |
  я у відпустці | поза офісом | извън офиса | házon kívül | irodán kívül | távollét | szabadságon | εκτός γραφείου |
  απουσία | ofis dışında | ofis dışındayım | izindeyim | odsoten | odsotnost | odsutan | odsutnost | puhkusel |
  di luar kantor | vắng mặt | خارج المكتب | מחוץ למשרד | ไม่อยู่ที่สำนักงาน | 不在通知 | 不在のお知らせ | 休暇中 | 外出中 | 不在 | 外出 |
  休假 | 不在办公室 | 不在辦公室 | 부재중 | 부재 중 | 휴가중 | 휴가 중
`;

/** What such mails say. A person may say it as well: it counts only beside another sign. */
export const awayTexts = phrases`
  out of the office | out of office | away from my desk | away from the office | on annual leave | on vacation |
  on parental leave | on maternity leave | on holiday | i am currently away | limited access to e |
  no longer with the company | no longer work | i am on leave | will be back on | on my return | nicht im büro |
  nicht im hause | außer haus | im urlaub | in elternzeit | abwesend | nicht erreichbar |
  nicht mehr für das unternehmen | nicht mehr im unternehmen | nicht weitergeleitet | afwezig | niet aanwezig |
  met vakantie | op vakantie | uit kantoor | niet op kantoor | absent du bureau | absente du bureau |
  actuellement absent | je suis absent | je serai absent | en congé | en vacances | de retour le | absent jusqu'au |
  absente jusqu'au | fuera de la oficina | estaré ausente | estoy de vacaciones | estaré de vacaciones |
  me encuentro fuera | fora do escritório | estou de férias | estarei ausente | fuori ufficio | fuori sede |
  sono in ferie | sarò assente | sono assente | inte på kontoret | på semester | är ledig | ikke på kontoret |
  på ferie | er fraværende | ikke til stede | en ole paikalla | en ole toimistolla | lomalla | poissa | poza biurem |
  na urlopie | jestem nieobecn | nie ma mnie | nejsem v kanceláři | na dovolené | mimo kancelář | na dovolenke |
  v otpusku | в отпуске | отсутствую | меня не будет | вне офиса | у відпустці | házon kívül | szabadságon |
  nem vagyok | εκτός γραφείου | σε άδεια | ofis dışında | izindeyim | izinde | di luar kantor | sedang cuti | خارج المكتب |
  في إجازة | מחוץ למשרד | בחופשה | 不在に | 不在と | 休暇 | 外出 | 休假 | 不在办公室 | 不在公司 | 부재 | 휴가
`;

/** What only a program says of its own mail. Nouns alone, which people use to talk of such mails, are not enough. */
export const autoReplyTexts: readonly (string | RegExp)[] = [
  /\b(?:this|the following) (?:e-?mail |message |mail |reply |response |note )?(?:is|was|has been) (?:an? )?(?:auto(?:mated|matic|matically|-?reply|-?response|-?generated)|generated automatically|system[- ]generated)/,
  /\b(?:do|please) not (?:reply|respond) (?:directly )?to this/,
  /\bwe (?:have |'ve )?(?:successfully )?received your (?:e-?mail|message|request|enquiry|inquiry|mail)/,
  ...phrases`
    this automated | this automatic message | this auto-reply | i will respond to your | will reply to your message as soon as | will get back to you as soon as |
    dies ist eine automatische | dies ist eine automatisch | diese nachricht wurde automatisch | diese e-mail wurde automatisch | ihre nachricht ist bei uns eingegangen | ihre nachricht wird nicht weitergeleitet |
    dit is een automatisch | dit bericht is automatisch | deze e-mail is automatisch | wij hebben uw bericht ontvangen |
    ceci est un message automatique | ceci est une réponse automatique | ce message est généré automatiquement | ce message a été généré | cette réponse automatique | nous avons bien reçu votre |
    este es un mensaje automático | esta es una respuesta automática | este mensaje se ha generado | este mensaje fue generado | hemos recibido su | hemos recibido tu |
    esta é uma mensagem automática | esta é uma resposta automática | este é um e-mail automático | recebemos sua mensagem | recebemos o seu |
    questo è un messaggio automatico | questa è una risposta automatica | messaggio generato automaticamente | abbiamo ricevuto la sua | abbiamo ricevuto il suo |
    detta är ett automatiskt | detta är ett autosvar | dette er et automatisk | dette er en automatisk | tämä on automaattinen | þetta er sjálfvirkt |
    to jest automatyczna | ta wiadomość została wygenerowana automatycznie | wiadomość wygenerowana automatycznie | toto je automatická | tato zpráva byla vygenerována automaticky | táto správa bola vygenerovaná |
    это автоматический ответ | это автоматическое сообщение | это письмо сформировано автоматически | письмо создано автоматически | це автоматична відповідь | това е автоматичен |
    ez egy automatikus | ez egy automatikusan | αυτό είναι ένα αυτόματο | αυτή είναι μια αυτόματη | bu otomatik bir | bu mesaj otomatik | ini adalah balasan otomatis | ini adalah pesan otomatis | đây là thư trả lời tự động | đây là tin nhắn tự động |
    هذه رسالة تلقائية | هذا رد تلقائي | זוהי הודעה אוטומטית | זהו מענה אוטומטי | นี่คือข้อความอัตโนมัติ |
    このメールは自動 | 自動送信されています | 自動的に送信 | 自動返信メールです | 这是一封自动 | 这是自动 | 此邮件由系统自动 | 這是一封自動 | 本邮件为自动 | 본 메일은 자동 | 이 메일은 자동
  `,
];

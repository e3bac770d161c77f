import { phrases } from './phrases.ts';

/** What subjects of notices say that a mail did not arrive, folded as by `foldText`. */
export const bounceSubjects: readonly (string | RegExp)[] = [
  /\b(?:mail|message|e-?mail|delivery)(?: delivery)?(?: has| could| was| is)? (?:fail(?:ed|ure|ing)|not (?:be )?delivered|error|problem|delayed|notification: )/,
  /\bdelivery (?:failure|failed|error|problem|report|notification|notice|status|has failed|has been delayed|delayed|unsuccessful|temporarily suspended)/,
  ...phrases`
  undeliverable | undelivered mail | undelivered message | undeliver | delivery status notification | returned mail |
  returned to sender | return to sender | failure notice | failure notification | failure delivery | non delivery |
  non-delivery | nondeliverable | nondelivery | ndn: | ndr: | unable to deliver | could not be delivered |
  could not deliver | cannot be delivered | message status - undeliverable | mail system error | mail error |
  rejected mail | message rejected | mail rejected | message blocked | message not delivered | not delivered |
  user unknown | warning: could not send | warning: message | email address not found | mail not delivered |
  your message to | mail bounced | loop alert | bounced mail | delivery impossible |
  unzustellbar | nicht zugestellt | nicht zustellbar | zustellung fehlgeschlagen | zustellfehler |
  zustellungsfehler | benachrichtigung zum übermittlungsstatus | fehler bei der zustellung | übermittlungsfehler |
  zurückgesandte nachricht | onbestelbaar | niet bezorgd | niet afgeleverd | bezorging mislukt | aflevering mislukt |
  non remis | non distribu | non délivr | échec de la remise | échec de remise | échec de distribution |
  échec d'envoi | remise impossible | notification d'état de remise | retour à l'expéditeur | courrier retourné |
  non livr | no se puede entregar | no se pudo entregar | no entregado | no se ha podido entregar | correo devuelto |
  mensaje devuelto | error de entrega | notificación de estado de entrega | entrega fallida | fallo en la entrega |
  no entregable | não é possível entregar | não foi possível entregar | não entregue | falha na entrega |
  mensagem devolvida | devolução de mensagem | erro de entrega | notificação de status de entrega |
  impossível entregar | non recapitabile | impossibile recapitare | mancata consegna | mancato recapito |
  consegna non riuscita | messaggio non consegnato | errore di consegna | nu poate fi livrat | nelivrat |
  livrare eșuată |
  kan inte leverera | kunde inte levereras | gick inte att leverera | ej levererat | inte levererat | oleverer |
  obeställbar | kan ikke leveres | kunne ikke leveres | ikke leveret | ikke levert | kunne ikke levere | uleverbar |
  ei voitu toimittaa | ei voi toimittaa | perille toimittamaton | toimitus epäonnistui |
  niedostarczon | nie można dostarczyć | niedoręczon | nie dostarczono | zwrot wiadomości | błąd dostarczania |
  nedoručiteln | nedoručen | doručení se nezdařilo | doručenie zlyhalo | nedoručiteľn | недоставлен |
  не удается доставить | не удалось доставить | не доставлено | невозможно доставить | ошибка доставки |
  сбой доставки | возвращен | не вдалося доставити | недоставлене | nedostavljiv | ni bilo mogoče dostaviti |
  neisporučen | недоставено |
  kézbesíthetetlen | nem kézbesíthető | kézbesítési hiba | sikertelen kézbesítés | αδύνατη η παράδοση |
  δεν παραδόθηκε | αποτυχία παράδοσης | teslim edilemedi | teslim edilemeyen | iletilemedi | tidak terkirim |
  gagal terkirim | không gửi được | không thể gửi | تعذر تسليم | لم يتم تسليم | فشل تسليم | לא ניתן למסירה |
  לא נמסר | ส่งไม่สำเร็จ | ไม่สามารถส่ง | 配信不能 | 配信エラー | 配信失敗 | 配信できません | 配信不可 | メールエラー | 送信エラー | 送信できません | 送信失敗 |
  不達 | 配達不能 | 退信 | 无法投递 | 無法投遞 | 无法送达 | 無法傳遞 | 未送达 | 未传递 | 投递失败 | 投遞失敗 | 传递失败 | 배달되지 | 배달 실패 | 전송 실패 | 반송 | 배달할 수 없
`,
];

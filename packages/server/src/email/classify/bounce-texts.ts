import { phrases } from './phrases.ts';

/** How a notice tells in its first lines that a mail did not arrive. A person who quotes one says it as well. */
export const bounceTexts: readonly (string | RegExp)[] = [
  /\b(?:could|can|has|have|was|were|is|did|will)(?: not|n't)(?: yet)? (?:be(?:en)? )?(?:successfully )?(?:deliver|reach|sent to|relayed|accepted)/,
  /\b(?:delivery|delivering|deliver|send|sending)(?: \S{1,80}){0,6}? (?:failed|failure|unsuccessful|impossible|aborted|cancelled|permanently|rejected|delayed|not possible)/,
  /\b(?:unable|failed|error|trouble|impossible|problem|problems|attempting|wasn't able|couldn't|failure) (?:to |in |while |when )?(?:deliver|relay|forward|send|sending|delivering|complete delivery)/,
  /\b(?:permanent|fatal|permanent fatal|transient|temporary|delivery) (?:non-?fatal )?(?:error|failure|delivery failure|problem)s?/,
  /\b(?:recipient|address|addresses|user|mailbox|message|mail)s?(?: \S{1,80}){0,4}? (?:rejected|refused|undeliverable|unknown|returned|bounced|not found|does not exist|failed|unavailable|is full|invalid|undelivered)/,
  ...phrases`
    undeliverable | undelivered | non-delivery | returned to you | returned to sender | transcript of session follows | invalid user address | error message below | delivery status |
    your message was not delivered | did not reach the following | failed recipient | mail system at host | qmail-send program | rejected by a remote mail server | original message follows | not a member of this mailing list | not allowed to post | duplicated message-id |
    nicht zugestellt | unzustellbar | zustellung | niet bezorgd | niet afgeleverd | onbestelbaar | niet worden afgeleverd | pas été remis | n'a pas pu être | pas pu être délivr | pas pu être remis | échec de la remise | non distribué |
    no se pudo entregar | no se ha podido entregar | no pudo ser entregado | no ha sido entregado | não pôde ser entregue | não foi possível entregar | não foi entregue | impossibile recapitare | non è stato recapitato | non è stato consegnato | non può essere consegnato |
    kunde inte levereras | kunne ikke leveres | ikke leveret | inte levererats | ei voitu toimittaa | nie można dostarczyć | nie została dostarczona | nie mogła zostać dostarczona | nelze doručit | nebylo možné doručit | nemohla být doručena | nepodarilo doručiť |
    не было доставлено | не удалось доставить | не доставлено | невозможно доставить | не может быть доставлено | не вдалося доставити | kézbesíteni | δεν ήταν δυνατή η παράδοση | teslim edilemedi | iletilemedi | tidak dapat dikirim | không thể gửi | تعذر تسليم | لا يمكن تسليم | לא ניתן היה למסור | ไม่สามารถส่ง |
    送信できません | 配信できません | 配信されません | 配送できません | 配達できません | 送信に失敗 | 送達できません | 届けることができません | 届きません | 无法投递 | 無法投遞 | 无法送达 | 無法傳遞 | 未能送达 | 发送失败 | 退回 | 배달하지 못 | 전달되지 않 | 전송하지 못
  `,
];

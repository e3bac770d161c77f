import { phrases } from './phrases.ts';
import { foldText } from './text-of-part.ts';

/** Why a mail did not arrive, as mail servers say it in words, and the status of RFC 3463 that they mean. */
export interface BounceReason {
  readonly name: string;
  readonly status: `${4 | 5}.${number}.${number}`;
  readonly texts: readonly (string | RegExp)[];
}

/** What a notice says when the server still tries. */
export const delayTexts: readonly (string | RegExp)[] = [
  /\b(?:will|shall|is going to|does) (?:be retried|keep (?:on )?trying|continue (?:to try|trying|attempting|for)|try again|attempt delivery again)/,
  /\bnot yet been (?:delivered|possible)/,
  /\bdelivery (?:attempts )?(?:has been|is|was|will be) (?:temporarily )?delayed/,
  ...phrases`
    this is a warning message only | you do not need to resend | still being retried | still trying to deliver |
    delivery attempts will continue | has not yet been delivered | weitere zustellversuche | zustellung verzögert |
    nouvelles tentatives | livraison retardée | se seguirá intentando | entrega retrasada | ещё будут попытки |
    доставка задержана
  `,
];

/** In the order in which they are asked: what says most about the address comes first. */
const bounceReasons: readonly BounceReason[] = [
  {
    name: 'mailbox-full',
    status: '5.2.2',
    texts: [
      /\b(?:mail ?box|mail ?drop|account|quota|inbox|user'?s? (?:mailbox|account|quota)|storage)(?: \S{1,60}){0,3}? (?:is |has |was |are )?(?:been )?(?:full|exceeded|exceeds|over ?quota|too full|almost full)/,
      /\b(?:over|out of|exceeds?|exceeded|exceeding) (?:the |his |her |its |their |your )?(?:allotted |allocated |maximum |max |storage |disk |mail(?:box)? |email ){0,3}(?:quota|storage|disk space|space|mailbox size)/,
      ...phrases`
        mailbox full | quota exceeded | exceeded quota | over quota | overquota | mailbox size limit | insufficient disk space |
        disk quota | storage limit | not enough space | not enough storage | is full | no space left in mailbox | mailbox quota | quotaexceeded |
        postfach voll | postfach ist voll | speicherplatz | boîte aux lettres pleine | boite pleine | buzón lleno | buzon lleno |
        caixa de correio cheia | caixa postal cheia | casella piena | postvak vol | skrzynka pełna | ящик переполнен | превышена квота |
        一杯のため | 容量を超え | 容量超過 | 容量オーバー | 空间已满 | 邮箱已满 | 信箱已滿 | 용량 초과
      `,
    ],
  },
  {
    name: 'mailbox-inactive',
    status: '5.2.1',
    texts: [
      /\b(?:mail ?box|account|user|recipient|e-?mail address)(?: \S{1,60}){0,3}? (?:has been |is |was )?(?:disabled|suspended|inactive|deactivated|discontinued|closed|locked|expired|terminated|not active|blocked|frozen)/,
      ...phrases`
        disabled or discontinued | account disabled | account that is disabled | no longer active | mailbox unavailable due to inactivity |
        konto deaktiviert | compte désactivé | cuenta desactivada | учетная запись отключена | account inattivo
      `,
    ],
  },
  {
    name: 'address-moved',
    status: '5.1.6',
    texts: phrases`
      has moved to | user has moved | mailbox has moved | address has changed | no longer at this address | please use the new address |
      has a new e-mail address | no longer in use | no longer works here
    `,
  },
  {
    name: 'user-unknown',
    status: '5.1.1',
    texts: [
      /\b(?:no|not a|unknown|invalid|bad|non-?existent|undeliverable|wrong|illegal) (?:such )?(?:local |user |valid |known |virtual |destination |e-?mail |mail )?(?:user|recipient|mail ?box|address|addressee|account|person|mailbox name|destination|rcpt|delivery address)/,
      /\b(?:user|recipient|mail ?box|address|account|addressee|person|alias|name|rcpt)\b(?: \S{1,80}){0,4}? (?:unknown|not found|invalid|does(?: not|n't) exist|doesn't have|not known|not exist|not recognized|not listed|no longer exists|was not found|is not valid|(?:could not|couldn't|can't|cannot) be found|not a known|is not a valid)/,
      ...phrases`
        user unknown | unknown user | address not found | doesn't have a | does not exist | unrouteable address | unroutable address |
        no mailbox here by that name | no mailbox by that name | recipient rejected | not a mailbox | not our customer | can't accept address | this address no longer accepts mail |
        couldn't be found at | wasn't found at | verify recipient | recipient address rejected | invalid user | delivery to this address is restricted |
        not listed in | not listed in public name | not in directory | is not known here | no existe | inexistant | inconnu | desconocido | não existe | inesistente | non esiste |
        unbekannt | existiert nicht | nicht gefunden | onbekend | bestaat niet | nie istnieje | nieznany | не существует | не найден |
        neexistuje | nem létezik | bulunamadı | 存在しません | 見つかりませんでした | 見つかりません | 宛先不明 | 宛先が不明 | ユーザが不明 | 不存在 | 존재하지
      `,
    ],
  },
  {
    name: 'host-unknown',
    status: '5.1.2',
    texts: [
      /\b(?:host|domain)(?: \S{1,80}){0,4}? (?:unknown|not found|does(?: not|n't) exist|not known|invalid|not exist|can't be found|could not be found)/,
      ...phrases`
        unknown host | host unknown | name service error | no such domain | unknown domain | domain name not found | couldn't find any host |
        no mx record | no mail exchanger | unresolvable | mx lookup failed | bad host | domain not found | illegal host | all relevant mx records point to non-existent |
        lowest numbered mx record points to local host | nullmx | null mx | dns error | domain konnte nicht gefunden | domaine inconnu
      `,
    ],
  },
  {
    name: 'too-large',
    status: '5.3.4',
    texts: [
      /\b(?:message|mail|e-?mail|size|data)(?: \S{1,30}){0,3}? (?:too (?:large|big|long)|exceeds?(?: the)? (?:fixed |maximum |max |size )?(?:limit|size|message size|length|allowed))/,
      ...phrases`
        message too big | size limit | maximum message size | message size exceeds | file too large | zu groß | demasiado grande | trop volumineux | trop grand |
        サイズが大き | サイズ制限 | 超过大小
      `,
    ],
  },
  {
    name: 'loop',
    status: '5.4.6',
    texts: phrases`
      too many hops | mail loop | hop count exceeded | loop detected | routing loop | looping | mail forwarding loop | duplicated message-id
    `,
  },
  {
    name: 'expired',
    status: '5.4.7',
    texts: [
      /\b(?:retry|delivery|queue|message|lifetime|maximum)(?: \S{1,20}){0,3}? (?:timeout exceeded|time(?:d)? ?out|expired|not reached for any host|exceeded|lifetime)/,
      /\b(?:undeliver(?:ed|able)|queued?|in the queue|tried|retried|not (?:been )?delivered|deliver(?:ed|y)?|attempting)(?: \S{1,20}){0,6}? (?:for|after|within|in) (?:more than |over )?\d{1,4} ?(?:minutes?|hours?|days?|attempts?)/,
      ...phrases`
        in the queue too long | in queue too long | delivery expired | message expired | retry time not reached | too many retries | giving up | retry timeout | unable to deliver the mail within |
        zeitüberschreitung | délai dépassé | tiempo de espera | истекло время | 有効期限 | 期限切れ
      `,
    ],
  },
  {
    name: 'unreachable',
    status: '4.4.1',
    texts: [
      /\bconnect(?:ion|ing|ed)?\b(?: \S{1,80}){0,5}? (?:refused|timed out|time(?:d)?-?out|reset|dropped|lost|failed|unreachable|closed)/,
      ...phrases`
        could not connect | couldn't connect | cannot connect | unable to connect | no route to host | network is unreachable | host is unreachable | network unreachable | host not responding |
        have been failing for a long time | did not respond | not responding | remote server is not | server unavailable | wasn't able to establish an smtp connection | temporary failure in name resolution | lost connection
      `,
    ],
  },
  {
    name: 'refused',
    status: '5.7.1',
    texts: [
      /\b(?:message|mail|e-?mail|sender|address|connection|recipient|content|attachment|relay(?:ing)?|access|delivery|you|server|spam|ip|policy|request)\b(?: \S{1,60}){0,4}? (?:refused|rejected|denied|blocked|blacklisted|blocklisted|forbidden|not (?:allowed|permitted|accepted|authorized|authorised)|prohibited|restricted|declined|not a? ?member|listed)/,
      ...phrases`
        spam | junk mail | unsolicited | blacklist | blocklist | not accepted | policy | virus | banned | prohibited | relaying denied | relay access | access denied | dmarc | spf | dkim |
        not authorized | not allowed | unauthenticated | do not relay | are not member | not a member of | members only | refused to accept | abgelehnt | abgewiesen | verweigert | refusé | rejeté | rechazado | rejeitad | recusad | rifiutat | geweigerd |
        odrzucon | отклонен | отказано | 拒否 | 受信制限 | 拒绝 | 拒收 | 거부
      `,
    ],
  },
];

/** What a text says in words, with the part of it that says so. The text may be folded or not. */
export function readReason(text: string): (BounceReason & { readonly line: string }) | undefined {
  const folded = foldText(text);
  for (const reason of bounceReasons) {
    for (const phrase of reason.texts) {
      const at = typeof phrase === 'string' ? folded.indexOf(phrase) : folded.search(phrase);
      if (at >= 0) return { ...reason, line: folded.slice(Math.max(0, at - 100), at + 300) };
    }
  }
  return undefined;
}

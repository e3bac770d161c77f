interface HtmlReply {
  readonly client: string;
  readonly html: string;
  /** The words that stay visible. */
  readonly words: string;
  readonly rule: string;
}

/** Replies marked up as clients do, written for these tests. */
export const htmlReplies: readonly HtmlReply[] = [
  {
    client: 'Gmail',
    html: '<div dir="ltr">Tuesday, <b>please</b>.</div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, Noor wrote:<br></div><blockquote class="gmail_quote">Which day?</blockquote></div>',
    words: 'Tuesday, please.',
    rule: 'gmail-quote',
  },
  {
    client: 'Gmail, answered below the quote',
    html: '<div class="gmail_quote"><div class="gmail_attr">On Mon, Noor wrote:</div><blockquote>Which day?</blockquote></div><div>Tuesday.</div>',
    words: 'Tuesday.',
    rule: 'gmail-quote',
  },
  {
    client: 'Gmail with a signature',
    html: '<div>Tuesday.</div><div><br></div><span>-- </span><br><div class="gmail_signature" data-smartmail="gmail_signature"><b>Ada</b><br>Harbour</div>',
    words: 'Tuesday.',
    rule: 'gmail-signature',
  },
  {
    client: 'Outlook on the web',
    html: '<body><div>Tuesday.</div><div id="Signature"><p>Ada</p></div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>Desde:</b> Noor<br></div><div>Which day?</div></body>',
    words: 'Tuesday.',
    rule: 'outlook-reply',
  },
  {
    client: 'Outlook on the web, seen through another Outlook',
    html: '<div>Tuesday.</div><div id="x_divRplyFwdMsg">Noor</div><div>Which day?</div>',
    words: 'Tuesday.',
    rule: 'outlook-reply',
  },
  ...['in', 'cm'].map((unit) => ({
    client: `Word with measures in ${unit}`,
    html: `<div class="WordSection1"><p class="MsoNormal">Tuesday.<o:p></o:p></p><div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0${unit} 0${unit} 0${unit}"><p class="MsoNormal"><b>Zender:</b> Noor</p></div></div><p>Which day?</p></div>`,
    words: 'Tuesday.',
    rule: 'outlook-reply',
  })),
  {
    client: 'new Outlook for Android',
    html: '<div>Tuesday.</div><div id="ms-outlook-mobile-signature">Ada</div><div id="mail-editor-reference-message-container"><div>From: Noor</div><p>Which day?</p></div>',
    words: 'Tuesday.',
    rule: 'outlook-reply',
  },
  {
    client: 'Apple Mail',
    html: '<html><body>Tuesday.<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>On 4 Mar 2024, at 09:12, Noor wrote:</div><br><div>Which day?</div></blockquote></div><br></body></html>',
    words: 'Tuesday.',
    rule: 'cite-quote',
  },
  {
    client: 'Yahoo',
    html: '<div class="yahoo-style-wrap"><div>Tuesday.</div></div><div id="ydp1yahoo_quoted_123" class="ydp1yahoo_quoted"><div>On Monday Noor wrote:</div><div>Which day?</div></div>',
    words: 'Tuesday.',
    rule: 'yahoo-quote',
  },
  {
    client: 'Yahoo on Android, with the answer before the document',
    html: 'Tuesday.<!DOCTYPE html><html><body><div class="yahoo_quoted">Which day?</div></body></html>',
    words: 'Tuesday.',
    rule: 'yahoo-quote',
  },
  {
    client: 'Proton',
    html: '<div>Tuesday.</div><div class="protonmail_signature_block">Ada</div><div class="protonmail_quote">On Monday Noor wrote:<blockquote class="protonmail_quote">Which day?</blockquote></div>',
    words: 'Tuesday.',
    rule: 'proton-quote',
  },
  {
    client: 'Thunderbird, with an answer below the quote',
    html: '<p>Hello,</p><div class="moz-cite-prefix">Am 04.03.24 schrieb Noor:</div><blockquote type="cite" cite="mid:1@example.org"><p>Which day?</p></blockquote><p>Tuesday.</p>',
    words: 'Hello,Tuesday.',
    rule: 'thunderbird-quote',
  },
  {
    client: 'Zimbra',
    html: '<div>Tuesday.</div><hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__HEADERS__"><b>Odosielateľ: </b>Noor</div><div data-marker="__QUOTED_TEXT__">Which day?</div>',
    words: 'Tuesday.',
    rule: 'zimbra-reply',
  },
  {
    client: 'web.de',
    html: '<div>Dienstag.<div name="quote" style="margin:10px"><div><b>Gesendet:</b> Montag</div><div name="quoted-content">Wann?</div></div></div>',
    words: 'Dienstag.',
    rule: 'gmx-quote',
  },
  {
    client: 'a web mail that leaves a comment',
    html: '<p>Tuesday.</p><!-- originalMessage --><p>Which day?</p>',
    words: 'Tuesday.',
    rule: 'original-comment',
  },
  {
    client: 'a client without markers, in French',
    html: '<p>Mardi.</p><p>Le lun. 4 mars 2024 à 09:12, Noor &lt;noor@example.org&gt; a écrit&nbsp;:</p><p>Quel jour&nbsp;?</p>',
    words: 'Mardi.',
    rule: 'attribution',
  },
  {
    client: 'a client with headers in a table, in Swedish',
    html: '<p>Tisdag.</p><table><tr><td>Från:</td><td>Noor &lt;noor@example.org&gt;</td></tr><tr><td>Till:</td><td>Ada</td></tr><tr><td>Ämne:</td><td>Dag</td></tr></table><p>Vilken dag?</p>',
    words: 'Tisdag.',
    rule: 'header-block',
  },
  {
    client: 'plain text in one element',
    html: '<pre>Tuesday &amp; Friday.\n\nOn 04/03/2024 09:12, Noor &lt;noor@example.org&gt; wrote:\n&gt; Which day?\n</pre>',
    words: 'Tuesday & Friday.',
    rule: 'attribution',
  },
  {
    client: 'a picture as the answer',
    html: '<div><img src="cid:1" alt=""></div><div class="gmail_quote">Which boat?</div>',
    words: '',
    rule: 'gmail-quote',
  },
];

/** HTML mails that stay as they are, by what would be wrong to hide. */
export const wholeHtml: Readonly<Record<string, string>> = {
  'an empty mail': '',
  'plain words': '<p>Hello</p>',
  'only a quote': '<blockquote type="cite">Which day?</blockquote>',
  'only a signature': '<div class="gmail_signature">Ada</div>',
  'a quote made with the button of Gmail': '<div>You say</div><blockquote class="gmail_quote">Six.</blockquote>',
  'a citation within the answer': '<p>You say</p><blockquote>six at the latest</blockquote><p>but mean five.</p>',
  'answers between quotes':
    '<div class="moz-cite-prefix">Noor:</div><blockquote type="cite">Which day?</blockquote><p>Tuesday.</p><blockquote type="cite">Which boat?</blockquote><p>The blue one.</p>',
  'a forward of Gmail':
    '<div>See below.</div><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: Noor</div>It leaks.</div>',
  'a forward of Thunderbird': '<p>See below.</p><div class="moz-forward-container"><p>It leaks.</p></div>',
  'words below a signature': '<div class="gmail_signature">Ada</div><p>Oh, and it leaks.</p>',
  'a mark within a quote in the middle':
    '<p>Hello</p><blockquote>a<div id="divRplyFwdMsg">b</div></blockquote><p>one</p><p>two</p><p>three</p><p>four</p><p>five</p>',
};

/** What an element says about what is in it (`quote`, `signature`, `forward`, the sender's own `citation`) or about all from it on (`rest`). */
export interface HtmlMarker {
  readonly kind: 'quote' | 'rest' | 'signature' | 'forward' | 'citation';
  readonly rule: string;
}

type Attributes = Readonly<Record<string, string>>;

/** Classes, by what they mark; a client's own prefix (`x_`, `ecx`) that it sets when it passes a mail on is taken away first. */
const classes: Readonly<Record<string, HtmlMarker>> = {
  gmail_quote: { kind: 'quote', rule: 'gmail-quote' },
  gmail_quote_container: { kind: 'quote', rule: 'gmail-quote' },
  gmail_signature: { kind: 'signature', rule: 'gmail-signature' },
  protonmail_quote: { kind: 'quote', rule: 'proton-quote' },
  protonmail_signature_block: { kind: 'signature', rule: 'proton-signature' },
  tutanota_quote: { kind: 'quote', rule: 'tutanota-quote' },
  zmail_extra: { kind: 'quote', rule: 'zoho-quote' },
  'moz-cite-prefix': { kind: 'quote', rule: 'thunderbird-quote' },
  'moz-email-headers-table': { kind: 'quote', rule: 'thunderbird-quote' },
  'moz-forward-container': { kind: 'forward', rule: 'forward' },
  'moz-signature': { kind: 'signature', rule: 'thunderbird-signature' },
  'front-blockquote': { kind: 'quote', rule: 'front-quote' },
  'front-signature': { kind: 'signature', rule: 'front-signature' },
  cm_quote: { kind: 'quote', rule: 'newton-quote' },
  cm_signature: { kind: 'signature', rule: 'newton-signature' },
  missive_quote: { kind: 'quote', rule: 'missive-quote' },
};

const ids: Readonly<Record<string, HtmlMarker>> = {
  divrplyfwdmsg: { kind: 'rest', rule: 'outlook-reply' },
  appendonsend: { kind: 'rest', rule: 'outlook-reply' },
  olk_src_body_section: { kind: 'quote', rule: 'outlook-reply' },
  'mail-editor-reference-message-container': { kind: 'quote', rule: 'outlook-reply' },
  signature: { kind: 'signature', rule: 'outlook-signature' },
  'ms-outlook-mobile-signature': { kind: 'signature', rule: 'outlook-signature' },
  applemailsignature: { kind: 'signature', rule: 'apple-signature' },
  applelinesignature: { kind: 'signature', rule: 'apple-signature' },
  isreplycontent: { kind: 'quote', rule: 'netease-quote' },
  stopspelling: { kind: 'rest', rule: 'hotmail-reply' },
  zwchr: { kind: 'rest', rule: 'zimbra-reply' },
};

const dataMarkers: Readonly<Record<string, HtmlMarker>> = {
  __quoted_text__: { kind: 'quote', rule: 'zimbra-quote' },
  __divider__: { kind: 'rest', rule: 'zimbra-reply' },
  __headers__: { kind: 'rest', rule: 'zimbra-reply' },
  __sig_pre__: { kind: 'signature', rule: 'zimbra-signature' },
  __sig_post__: { kind: 'signature', rule: 'zimbra-signature' },
};

// Word draws this line above the headers of the mail answered, with the same padding in every language.
const wordRuler = /border-top:\s?solid\s#(?:e1e1e1|b5c4df)\s1(?:\.0)?pt/iu;
const wordPadding = /padding:\s?3(?:\.0)?pt\s0(?:in|cm|mm|pt)?\s0(?:in|cm|mm|pt)?\s0/iu;

/** What the element says; undefined for one that its sender's words may be in. */
export function markerOf(name: string, attributes: Attributes): HtmlMarker | undefined {
  const id = withoutPrefix(attributes.id ?? '').toLowerCase();
  if (Object.hasOwn(ids, id)) return ids[id];
  const tokens = (attributes.class ?? '').slice(0, 500).split(/\s+/u).map(withoutPrefix);
  for (const token of tokens) {
    // Gmail's button for quoting makes a block quote of the same class.
    if (name === 'blockquote' && token === 'gmail_quote') return { kind: 'citation', rule: 'none' };
    if (Object.hasOwn(classes, token)) return classes[token];
  }
  if (id.includes('yahoo_quoted') || tokens.some((token) => token.includes('yahoo_quoted'))) {
    return { kind: 'quote', rule: 'yahoo-quote' };
  }
  const data = (attributes['data-marker'] ?? '').toLowerCase();
  if (Object.hasOwn(dataMarkers, data)) return dataMarkers[data];
  if (attributes['data-signatureblock'] === 'true') return { kind: 'signature', rule: 'outlook-signature' };
  if (attributes['data-smartmail'] === 'gmail_signature') return { kind: 'signature', rule: 'gmail-signature' };
  if (attributes.name === 'quote' && name !== 'a') return { kind: 'quote', rule: 'gmx-quote' };
  if (name === 'blockquote' && attributes.type?.toLowerCase() === 'cite') return { kind: 'quote', rule: 'cite-quote' };
  const style = (attributes.style ?? '').slice(0, 500);
  return wordRuler.test(style) && wordPadding.test(style) ? { kind: 'rest', rule: 'outlook-reply' } : undefined;
}

/** Whether a comment says that the mail answered comes next. */
export function isOriginalComment(text: string): boolean {
  return /^\s*originalMessage\s*$/u.test(text.slice(0, 60));
}

function withoutPrefix(name: string): string {
  return name.replace(/^(?:x_|ecx)+/u, '');
}

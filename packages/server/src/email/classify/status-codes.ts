/** An enhanced status (RFC 3463) and a reply code (RFC 5321 §4.2) as a line of text states them. */
export interface StatusCodes {
  readonly status: string | undefined;
  readonly statusClass: 4 | 5 | undefined;
}

/** Not part of an address or a version of four numbers. */
const enhanced = /(?<![\d.])([245])\.(\d{1,3})\.(\d{1,3})(?![\d]|\.\d)/g;
const replyCode =
  /(?:^|[\s:;,("'<>=[#-])(4[2357]\d|5[0-7]\d)(?=$|[\s,;:)"'\]-])(?! ?(?:bytes?|[kmg]b|seconds?|minutes?|hours?|days?|times|attempts?|recipients?|messages?)\b)/gi;
/** The codes that SMTP and its extensions define; other numbers of three digits are sizes, times or ports. */
const replyCodes = new Set(
  '421 430 432 450 451 452 453 454 455 458 459 471 500 501 502 503 504 510 511 512 513 515 516 517 521 523 530 531 533 534 535 538 540 541 542 543 544 545 546 547 550 551 552 553 554 555 556 557 558 570 571 572 573 574 575 576 577 578'.split(
    ' ',
  ),
);

export function statusCodesIn(line: string): StatusCodes {
  const all = [...line.matchAll(enhanced)].filter(([, first]) => first !== '2').map(([whole]) => whole);
  const status = all.find((each) => !each.endsWith('.0.0')) ?? all[0];
  const code = [...line.matchAll(replyCode)].map(([, digits = '']) => digits).find((digits) => replyCodes.has(digits));
  const first = (status ?? code)?.[0];
  return { status, statusClass: classOfDigit(first) };
}

export function classOfDigit(digit: string | undefined): 4 | 5 | undefined {
  return digit === '4' ? 4 : digit === '5' ? 5 : undefined;
}

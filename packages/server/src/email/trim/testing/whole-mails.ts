/** Mails that stay as they are, by what would be wrong to hide. */
export const wholeMails: Readonly<Record<string, string>> = {
  'an empty mail': '',
  'only blank lines': '\n \n',
  'plain words': 'Hello,\n\nmy boat has a leak.\n\nAda',
  'only a quote': '> Which day suits you?\n> Monday?',
  'only an attribution and a quote':
    'On Mon, Mar 4, 2024 at 9:12 AM Noor Haddad <noor@example.org> wrote:\n\n> Which day?',
  'only a line of a device': 'Sent from my iPhone',
  'a forward':
    'See below, please handle.\n\n---------- Forwarded message ---------\nFrom: Noor Haddad <noor@example.org>\nDate: Mon, Mar 4, 2024\nSubject: Leak\nTo: Ada <ada@example.org>\n\nThe boat has a leak.\n\nSent from my iPhone',
  'a forward from Apple Mail':
    'For you.\n\n> Begin forwarded message:\n> \n> From: Noor Haddad <noor@example.org>\n> Subject: Leak\n> \n> It leaks.',
  'a German forward':
    'Zur Kenntnis.\n\n-------- Weitergeleitete Nachricht --------\nVon: Noor Haddad\nBetreff: Leck\n\nEs leckt.',
  'answers between quotes': 'Hello,\n\n> Which day?\n\nTuesday.\n\n> Which boat?\n\nThe blue one.',
  'answers between quotes below an attribution':
    'On Mon, Mar 4, 2024 at 9:12 AM Noor Haddad <noor@example.org> wrote:\n> Which day?\nTuesday.\n> Which boat?\nThe blue one.\n> And when?\nAt noon.',
  'a long answer below the only quote, after a greeting':
    'Hello Noor,\n\nOn Mon, Mar 4, 2024 at 9:12 AM Noor Haddad wrote:\n> What happened?\n\nFirst the rope broke.\nThen the mast fell.\nThen the sail tore.\nThen we drifted.\nThen the coast guard came and towed us.',
  'a citation of the sender': '> Boats must be returned by six.\n\nIs that six in the morning?',
  'a journey, not a header': 'I need a ferry:\n\nFrom: Bergen\nTo: Stavanger\nDate: 4 March 2024\n\nTwo adults.',
  'an invitation': 'Come and see it:\n\nDate: Monday 4 March 2024\nTime: 9:30\nPlace: the pier',
  'sentences that begin like an attribution':
    'On the other hand, we could wait.\nOn Monday 4 March I wrote:\nplease cancel. Nobody answered.',
  'times and dates in the text': '2024-03-04 09:12:33\n04.03.2024 09:12\n\nThat is when it broke.',
  'a sentence that begins like a line of a device': 'It arrived.\n\nSent from my desk, it still took a week.',
  'two dashes within a line': 'The rope -- the long one -- broke.\n\nPlease send another.',
  'a divider between long parts': `First part.\n\n--\n\n${'The second part has a great many words, as it tells all that happened on that day. '.repeat(4)}`,
  'code with signs': 'It prints:\n\n```\nif (a > b) {\n  ok\n}\n```\n\nWhy?',
  arrows: 'Menu\n>>> Settings\nthen press OK.',
  'a sentence about a phone': 'What now?\n\nFrom my phone it looks broken',
  'a German sentence about a phone': 'Was nun?\n\nVon meinem Handy geht es nicht',
  'a sentence about mail by post': 'The key?\n\nSent by mail yesterday',
  'a sentence about an app': 'Where?\n\nIt happens in Outlook for Android',
  'a sentence that goes on after a device': 'It went wrong.\n\nSent from my phone because the laptop is broken',
  'what somebody did to an address': 'I tried:\n\nOn 3 May 2024 at 10:30 I sent bob@example.org the form:\n\nno answer',
  'what the sender wrote': 'I asked before.\n\nOn 3 May 2024 at 10:30 I wrote:\n\nplease cancel',
  'what the sender wrote, in German': 'Schon gefragt.\n\nAm 3. Mai 2024 um 10:30 schrieb ich:\n\nbitte stornieren',
  'a request to mail someone': 'Two things.\n\nOn 3 May 2024 please mail bob@example.org:\n\nthe list',
  'who said what': 'This is odd.\n\nYour colleague bob@example.org on 3 May 2024 at 10:30 told me:\n\nno',
};

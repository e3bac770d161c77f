import { phrases } from './phrases.ts';

/** Greetings, thanks and words by which people speak of themselves. */
export const personalWords: readonly (string | RegExp)[] = [
  /(?<![\p{L}.@-])(?:i|i'm|i've|we|we're|we've|our|my|us|hi|hello|dear|hey|thanks|regards|cheers|ich|wir|unser\p{L}{0,2}|mein\p{L}{0,2}|uns|hallo|guten|moin|sehr geehrte\p{L}?|danke|grüße|grüßen|gruß|je|j'ai|nous|notre|nos|mon|bonjour|merci|cordialement|yo|nosotros|nuestr\p{L}{1,2}|mi|mis|hola|buenos|buenas|gracias|saludos|eu|nós|nosso|nossa|meu|minha|olá|bom dia|obrigad[oa]|io|noi|nostr\p{L}|mio|mia|ciao|buongiorno|salve|grazie|ik|wij|we|ons|onze|mijn|beste|dank|groet|groeten|jag|vi|vår|mitt|min|hej|hei|tack|takk|tak|jeg|vores|hilsen|minä|me|meidän|terve|kiitos|ja|my|nasz\p{L}{0,2}|mój|cześć|dzień dobry|dziękuję|pozdrawiam|já|náš|dobrý den|děkuji|dobrý deň|ďakujem|я|мы|наш\p{L}{0,2}|мой|здравствуйте|добрый день|привет|спасибо|ми|дякую|вітаю|az|mi|üdvözl\p{L}{1,8}|köszönöm|merhaba|biz|teşekkür\p{L}{0,5}|γεια|καλημέρα|ευχαριστώ|saya|kami|halo|terima kasih|xin chào|cảm ơn)(?!\p{L})/u,
  ...phrases`
    مرحبا | شكرا | السلام | שלום | תודה | สวัสดี | ขอบคุณ | नमस्ते | お世話に | こんにちは | よろしく | 私 | 弊社 | 您好 | 你好 | 谢谢 | 謝謝 | 我 | 안녕 | 감사 | 저희
  `,
];

const address = /[\p{L}\p{N}._%+'-]{1,64}@[\p{L}\p{N}-]{1,63}\.[\p{L}\p{N}]/u;
const time = /(?<![\d.])\d{1,2}\s?[:.h：]\s?\d{2}(?![\d.]\d)|(?<!\d)\d{1,2}(?:点|點|時|시)|\b\d{1,2}\s?[ap]\.?m\b/iu;
const year = /(?<!\d)(?:19|20|25)\d\d(?!\d)/u;
const numericDate = /(?<!\d)\d{1,4}[./-](?:\d{1,2}|\p{L}{3,4})[./-]\d{1,4}(?!\d)/u;

export const hasAddress = (text: string): boolean => address.test(text);
export const hasTime = (text: string): boolean => time.test(text);
export const hasYear = (text: string): boolean => year.test(text) || numericDate.test(text);

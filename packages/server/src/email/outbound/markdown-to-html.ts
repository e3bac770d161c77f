import { Marked } from 'marked';
import sanitize from 'sanitize-html';

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    // HTML that somebody types is text, and a picture is its description.
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
  },
});

/**
 * Markdown as HTML for mail: paragraphs, emphasis, code, lists, quotes, and links to the web and to addresses. What is
 * nested beyond reason is shown as it was typed.
 */
export function markdownToHtml(markdown: string): string {
  let html: string;
  try {
    html = marked.parse(markdown, { async: false });
  } catch {
    return textToHtml(markdown);
  }
  return sanitize(html, {
    allowedTags: [
      ...['p', 'br', 'strong', 'em', 'del', 'code', 'pre', 'ul', 'ol', 'li', 'blockquote', 'a', 'hr'],
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
    ],
    allowedAttributes: { a: ['href'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    transformTags: {
      // A link without a scheme leads nowhere from a mail.
      a: (tagName, attribs) => ({ tagName, attribs: /^(?:https?|mailto):/i.test(attribs.href ?? '') ? attribs : {} }),
    },
  }).trim();
}

/** Plain text as HTML that looks the same. */
export function textToHtml(text: string): string {
  return `<p>${escapeHtml(text).replace(/\r?\n/g, '<br />\n')}</p>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

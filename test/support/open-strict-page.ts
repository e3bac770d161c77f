import { listen } from './open-chat-desk.ts';

/** A page of another origin that lets scripts do almost nothing, with the widget's script pasted in. */
export interface StrictPage {
  readonly url: string;
  close(): Promise<void>;
}

export async function openStrictPage(
  deskUrl: string,
  { dir = 'ltr' }: { readonly dir?: string } = {},
): Promise<StrictPage> {
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${deskUrl}`,
    "style-src 'none'",
    `connect-src ${deskUrl}`,
    `img-src ${deskUrl}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const html = `<!doctype html>
<html lang="en" dir="${dir}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>A strict page</title>
    <script src="/watch.js"></script>
    <script src="${deskUrl}/widget/loader.js" data-key="wk_lantern" async></script>
  </head>
  <body><main><h1>A strict page</h1><p>It lets scripts do almost nothing.</p><a href="#more">More</a></main></body>
</html>
`;
  const watch = `window.violations = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber, sample, blockedURI }) =>
  window.violations.push([violatedDirective, blockedURI, sourceFile, lineNumber, sample].join(' ')));
`;
  return listen((request, response) => {
    if (request.url === '/watch.js') response.writeHead(200, { 'content-type': 'text/javascript' }).end(watch);
    else if (request.url === '/' || request.url?.startsWith('/?'))
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(html);
    else response.writeHead(404).end();
  });
}

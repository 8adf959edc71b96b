/** The HTML of the page. Its script creates everything else. */
export const pageDocument = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Local Slack</title>
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/style.css">
<script type="module" src="/page.js"></script>
</head>
<body><div id="app"><noscript>This page needs JavaScript.</noscript></div></body>
</html>
`;

/**
 * Restricts the page to its own script and this server, and its frames to these origins. Trusted types make the browser
 * refuse markup from text, except when pasting into the text editor.
 */
export function securityHeadersFor(frames: readonly string[]): Readonly<Record<string, string>> {
  const origins = new Set(frames.flatMap((origin) => [origin, origin.replace('127.0.0.1', 'localhost')]));
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "font-src 'self'",
      ...(origins.size === 0 ? [] : [`frame-src ${[...origins].join(' ')}`]),
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types ProseMirrorClipboard',
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
  };
}

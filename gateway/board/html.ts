export interface Shell {
  title: string;
  /** Addresses of what the page loads, each with the version of its content. */
  script: string;
  style: string;
  icon: string;
}

/** A page before its script has drawn it. */
export const shellHtml = ({ title, script, style, icon }: Shell): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${icon}">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
</head>
<body>
<noscript>This page needs JavaScript.</noscript>
</body>
</html>
`;

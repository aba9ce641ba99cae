export const outboxHtml = (script: string, style: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Outbox · Liftbay</title>
<link rel="icon" href="/page/icon.svg">
<link rel="stylesheet" href="${style}">
<script type="module" src="${script}"></script>
</head>
<body>
<header>
  <h1>Outbox</h1>
  <p>Messages that were kept instead of sent, because there are no credentials for their channel.</p>
  <button type="button" id="reload">Look again</button>
</header>
<p id="problem" role="alert" hidden></p>
<p id="empty" hidden>Nothing was kept yet.</p>
<main id="messages" aria-live="polite"></main>
</body>
</html>
`;

/** Docker's question to a container: does the process in it answer, and reach what it cannot do without? */
const answer = await fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).catch(() => null);
process.exit(answer?.ok ? 0 : 1);

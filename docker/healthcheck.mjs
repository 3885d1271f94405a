// Ends with code 0 if recert in this container is ready, as `/readyz` says.
const { HOST = '', PORT = '3000' } = process.env;
const isEverywhere = ['', '0.0.0.0', '::'].includes(HOST);
const host = isEverywhere ? '127.0.0.1' : HOST.includes(':') && !HOST.startsWith('[') ? `[${HOST}]` : HOST;

try {
  const response = await fetch(`http://${host}:${PORT}/readyz`, { signal: AbortSignal.timeout(4_000) });
  process.exitCode = response.ok ? 0 : 1;
} catch {
  process.exitCode = 1;
}

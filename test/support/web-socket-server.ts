import { createHash } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 0x81;

/** The connection that a client opened: texts in both directions, each in one frame. */
export interface OpenedSocket {
  send(text: string): void;
  close(): void;
}

/** Accepts WebSocket connections of a server; enough of RFC 6455 for short texts in tests. */
export function acceptWebSockets(
  server: Server,
  handlers: { opened(socket: OpenedSocket): void; received(text: string): void },
): void {
  server.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    const key = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64');
    stream.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`,
    );
    stream.on('error', () => undefined);
    let rest: Buffer = Buffer.alloc(0);
    stream.on('data', (chunk: Buffer) => {
      rest = Buffer.concat([rest, chunk]);
      for (let frame = firstFrame(rest); frame !== undefined; frame = firstFrame(rest)) {
        rest = rest.subarray(frame.size);
        if (frame.isText) handlers.received(frame.text);
      }
    });
    handlers.opened({
      send: (text) => void stream.write(textFrame(text)),
      close: () => stream.destroy(),
    });
  });
}

function textFrame(text: string): Buffer {
  const body = Buffer.from(text, 'utf8');
  const head = body.length < 126 ? Buffer.from([TEXT, body.length]) : Buffer.from([TEXT, 126, 0, 0]);
  if (body.length >= 126) head.writeUInt16BE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** A frame of a client is masked. */
function firstFrame(
  bytes: Buffer,
): { readonly size: number; readonly isText: boolean; readonly text: string } | undefined {
  if (bytes.length < 6) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  const start = short === 126 ? 4 : 2;
  if (bytes.length < start + 4) return undefined;
  const length = short === 126 ? bytes.readUInt16BE(2) : short;
  const size = start + 4 + length;
  if (bytes.length < size) return undefined;
  const mask = bytes.subarray(start, start + 4);
  const body = Buffer.from(bytes.subarray(start + 4, size).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
  return { size, isText: bytes[0] === TEXT, text: body.toString('utf8') };
}

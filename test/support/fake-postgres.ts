import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** What the fake server does with a statement: answers it, refuses it, cuts the connection, or says nothing. */
export type FakeAnswer = 'done' | 'error' | 'cut' | 'silence';

/** A server that speaks PostgreSQL's protocol without data, so that a test says how each statement goes. */
export async function fakePostgres(answerTo: (sql: string) => FakeAnswer) {
  const sockets = new Set<Socket>();
  const seen = { startup: [] as Record<string, string>[], statements: [] as string[] };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    readMessages(socket, {
      onStart: (parameters) => void seen.startup.push(parameters),
      onStatement: (sql) => {
        seen.statements.push(sql);
        answer(socket, answerTo(sql));
      },
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `postgresql://u:p@127.0.0.1:${port}/db`,
    seen,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const READY = message('Z', Buffer.from('I'));

function answer(socket: Socket, how: FakeAnswer): void {
  if (how === 'done') socket.write(Buffer.concat([message('C', text('SELECT 0')), READY]));
  if (how === 'error') {
    const fields = Buffer.concat([text('SERROR'), text('C57014'), text('Mrefused by the test'), Buffer.from([0])]);
    socket.write(Buffer.concat([message('E', fields), READY]));
  }
  if (how === 'cut') socket.destroy();
}

interface Handlers {
  readonly onStart: (parameters: Record<string, string>) => void;
  readonly onStatement: (sql: string) => void;
}

/** Answers the start of a connection, and reads the simple queries after it. */
function readMessages(socket: Socket, { onStart, onStatement }: Handlers): void {
  let bytes = Buffer.alloc(0);
  let isStarted = false;
  socket.on('data', (chunk: Buffer) => {
    bytes = Buffer.concat([bytes, chunk]);
    for (;;) {
      const start = isStarted ? 1 : 0;
      if (bytes.length < start + 4 || bytes.length < start + bytes.readInt32BE(start)) return;
      const end = start + bytes.readInt32BE(start);
      const body = bytes.subarray(start + 4, end);
      const kind = bytes.subarray(0, start).toString();
      bytes = bytes.subarray(end);
      if (!isStarted) {
        onStart(parametersOf(body));
        socket.write(Buffer.concat([message('R', Buffer.alloc(4)), READY]));
      } else if (kind === 'Q') onStatement(body.subarray(0, -1).toString());
      else if (kind === 'X') socket.end();
      isStarted = true;
    }
  });
}

/** The names and values after the version of the protocol. */
function parametersOf(body: Buffer): Record<string, string> {
  const texts = body.subarray(4).toString().split('\0');
  return Object.fromEntries(
    texts.flatMap((name, index) => (index % 2 === 0 && name !== '' ? [[name, texts[index + 1] ?? '']] : [])),
  );
}

function message(kind: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

import { connect, type Socket } from 'node:net';

/** A connection that is kept alive and carries one request at a time. */
export interface Line {
  /** Sends a whole HTTP request; `onAnswer` is called with the status when the answer is complete. */
  send(request: Buffer, onAnswer: (status: number) => void): void;
  close(): void;
}

/** Whether everything up to the end of the body is there: no body, a length, or chunks (RFC 9112, 6.3). */
function isComplete(answer: string): boolean {
  const headEnd = answer.indexOf('\r\n\r\n');
  if (headEnd < 0) return false;
  const length = /\r\ncontent-length: *(\d+)/i.exec(answer.slice(0, headEnd))?.[1];
  return length === undefined ? answer.endsWith('0\r\n\r\n') : answer.length >= headEnd + 4 + Number(length);
}

/**
 * Opens a connection to a port of this machine. It is written by hand because the load shares the processors with what
 * is measured, and Node's own client costs more than the bot does. `onLost` hears why a connection broke.
 */
export async function openLine(port: number, onLost: (error: Error) => void): Promise<Line> {
  const socket = await new Promise<Socket>((resolve, reject) => {
    const opening = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(opening));
    opening.once('error', reject);
  });
  socket.setEncoding('latin1');
  let answer = '';
  let waiting: ((status: number) => void) | undefined;
  socket.on('data', (chunk: string) => {
    answer += chunk;
    if (!isComplete(answer)) return;
    const status = Number(answer.slice(9, 12));
    const onAnswer = waiting;
    answer = '';
    waiting = undefined;
    onAnswer?.(status);
  });
  socket.on('error', onLost);
  socket.on('close', () => {
    if (waiting) onLost(new Error('The bot closed a connection without an answer.'));
  });
  return {
    send: (request, onAnswer) => {
      if (socket.destroyed) return onLost(new Error('The bot closed a connection that was idle.'));
      waiting = onAnswer;
      socket.write(request);
    },
    close: () => socket.destroy(),
  };
}

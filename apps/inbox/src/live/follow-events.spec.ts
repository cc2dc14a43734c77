import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { followEvents } from './follow-events.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server | undefined;
let stop = new AbortController();

afterEach(async () => {
  stop.abort();
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve));
});

/** A server that gives each connection the next answer (the last one again and again), and what was seen there. */
async function follow(answers: readonly Answer[], silenceMs = 10_000) {
  const positions: (string | undefined)[] = [];
  const seen: string[] = [];
  const waiting = new Map<string, () => void>();
  const note = (what: string): void => {
    seen.push(what);
    waiting.get(what)?.();
  };
  server = createServer((request, response) => {
    positions.push(request.headers['last-event-id'] as string | undefined);
    answers[Math.min(positions.length, answers.length) - 1]?.(request, response);
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  stop = new AbortController();
  const ended = followEvents(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    {
      onEvent: ({ name, data }) => note(`${name} ${data}`),
      onConnected: (isFirst) => note(isFirst ? 'connected first' : 'connected again'),
      onInterrupted: () => note('interrupted'),
      onRefused: () => note('refused'),
    },
    stop.signal,
    { silenceMs, waitMs: 5 },
  );
  const until = (what: string) =>
    seen.includes(what) ? Promise.resolve() : new Promise<void>((resolve) => waiting.set(what, resolve));
  return { positions, seen, until, ended };
}

const stream = (response: ServerResponse, text: string): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(text);
};

describe('followEvents', () => {
  it('goes on from the last event after the connection was cut', async () => {
    const { positions, seen, until } = await follow([
      (_, response) => {
        stream(response, 'event: change\nid: 41\ndata: a\n\n');
        setImmediate(() => response.destroy());
      },
      (_, response) => void response.writeHead(502).end(),
      (_, response) => stream(response, 'event: change\nid: 42\ndata: b\n\n'),
    ]);
    await until('change b');
    expect(positions).toEqual([undefined, '41', '41']);
    expect(seen).toEqual([
      'connected first',
      'change a',
      'interrupted',
      'interrupted',
      'connected again',
      'change b',
    ]);
  });

  it('takes a connection without any sign of life for a broken one', async () => {
    const { positions, until } = await follow(
      [
        () => undefined,
        (_, response) => stream(response, 'id: 5\n\n'),
        (_, response) => stream(response, 'data: x\n\n'),
      ],
      100,
    );
    await until('message x');
    expect(positions.slice(0, 3)).toEqual([undefined, undefined, '5']);
  });

  it('stops when the session has ended', async () => {
    const { seen, ended } = await follow([(_, response) => void response.writeHead(401).end()]);
    await ended;
    expect(seen).toEqual(['refused']);
  });
});

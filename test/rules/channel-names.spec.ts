import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { PROJECT_ROOT } from '@app/config';

const FOLDERS = 'libs/connectors/src';
const CHANNELS = readdirSync(path.join(PROJECT_ROOT, FOLDERS), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** Where a channel, or a platform that several share, is at home; and words that citizens use. */
const AT_HOME = [
  FOLDERS,
  'libs/graph-api/',
  'libs/google-api/',
  'libs/triage/src/lexicon/',
  'libs/triage/src/personal-data/',
];
/** Codes that are words of the language, too: they name a channel only where a channel is spoken of. */
const COMMON_WORDS = ['x', 'file', 'email', 'sms', 'threads'];

/** @returns the channels that a source text names, comments apart */
function namedIn(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*$/gm, '');
  return CHANNELS.filter((channel) => {
    const spellings = channel.split('-').join('[-_ ]?');
    const quoted = new RegExp(`\\bchannel\\b\\W{0,12}['"\`]${channel}['"\`]`, 'i');
    const anywhere = new RegExp(`(?<![a-z])${spellings}(?![a-z])`, 'i');
    return quoted.test(code) || (!COMMON_WORDS.includes(channel) && anywhere.test(code));
  });
}

function sources(): string[] {
  return ['apps', 'libs', 'config']
    .flatMap((top) =>
      readdirSync(path.join(PROJECT_ROOT, top), { recursive: true, encoding: 'utf8' }).map((file) =>
        path.posix.join(top, ...file.split(path.sep)),
      ),
    )
    .filter((file) => /\.(tsx?|css|json|html)$/.test(file))
    .filter((file) => !/(^|[.-])spec\.tsx?$|\/testing\/|\/fixtures\/|tsconfig/.test(file))
    .filter((file) => !AT_HOME.some((home) => file.startsWith(home)));
}

describe('a channel', () => {
  it('is named nowhere outside its folder and the list', () => {
    const files = sources();
    expect(files.length).toBeGreaterThan(500);
    const breaches = files.flatMap((file) =>
      namedIn(readFileSync(path.join(PROJECT_ROOT, file), 'utf8')).map((channel) => `${file}: ${channel}`),
    );
    expect(breaches).toEqual([]);
  });

  it.each([
    [`if (report.channel === 'x') return true;`, ['x']],
    [`const CHANNEL = 'file';`, ['file']],
    [`const isLong = code === 'telegram';`, ['telegram']],
    ['"help": "Buka WhatsApp Web di ponsel"', ['whatsapp-web']],
    [`/** As X and Telegram have it. */ const file = 'x'; // not of Telegram`, []],
  ])('is found in %s', (source, expected) => {
    expect(namedIn(source)).toEqual(expected);
  });
});

import { existsSync } from 'node:fs';
import { readFile, readlink, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { ConnectorError } from '@app/connector-kit';
import type { LaunchOptions } from 'puppeteer';

/** Where systems keep Chromium or Chrome. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Of Chromium in the profile folder: who uses it. They outlive a killed browser. */
const LOCKS = ['SingletonLock', 'SingletonCookie', 'SingletonSocket'];

/**
 * @returns the program that PUPPETEER_EXECUTABLE_PATH names, or the one of the system; nothing is ever downloaded
 * @throws ConnectorError `permission-missing` when there is none
 */
export async function findChromium(): Promise<string> {
  const { default: puppeteer } = await import('puppeteer');
  const configured = await Promise.resolve()
    .then(() => puppeteer.executablePath())
    .catch(() => undefined);
  const found = [configured, ...USUAL_PLACES].find((place) => place !== undefined && existsSync(place));
  if (found) return found;
  throw new ConnectorError(
    'permission-missing',
    'Chromium is not installed on the machine of the worker. Install it (Debian, Ubuntu: apt install chromium) or ' +
      'name it in PUPPETEER_EXECUTABLE_PATH, then resume the connection',
  );
}

/** @param profile the folder that WhatsApp Web keeps the link to the account in */
export async function launchOptions(further: readonly string[]): Promise<LaunchOptions> {
  // Chromium's sandbox does not work for root.
  const isRoot = process.getuid?.() === 0;
  return {
    executablePath: await findChromium(),
    headless: true,
    // The browser ends with the pipe, so with this process, however that ends.
    pipe: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      ...(isRoot ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...further,
    ],
  };
}

/** Frees the profile from a browser that was killed, and ends one that has outlived its worker. */
export async function freeProfile(profile: string): Promise<void> {
  const owner = await readlink(path.join(profile, 'SingletonLock')).catch(() => null);
  const [, host, pid] = /^(.*)-(\d+)$/.exec(owner ?? '') ?? [];
  if (host === hostname() && (await isBrowserOf(Number(pid), profile))) process.kill(Number(pid), 'SIGKILL');
  for (const lock of LOCKS) await rm(path.join(profile, lock), { force: true });
}

async function isBrowserOf(pid: number, profile: string): Promise<boolean> {
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
  return command.split('\0').includes(`--user-data-dir=${profile}`);
}

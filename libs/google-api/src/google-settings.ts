import { settingField, type ConnectorContext } from '@app/connector-kit';
import { z } from 'zod';

/** What every channel of Google needs to act for an account. */
export interface GoogleSettings {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
  readonly apiRoot: string;
  readonly signInUrl: string;
}

export type GoogleContext = ConnectorContext<GoogleSettings>;

/** Fields to spread into a channel's settings schema; the address of its API is the channel's own. */
export const googleSettingFields = {
  clientId: settingField(z.string().trim().min(10).max(200), {
    label: { id: 'Client ID', en: 'Client ID' },
    help: {
      id: 'console.cloud.google.com → APIs & Services → Credentials → OAuth client ID (Web application).',
      en: 'console.cloud.google.com → APIs & Services → Credentials → OAuth client ID (Web application).',
    },
  }),
  clientSecret: settingField(z.string().trim().min(10).max(200), {
    label: { id: 'Client secret', en: 'Client secret' },
    help: { id: 'Di halaman yang sama.', en: 'On the same page.' },
    isSecret: true,
  }),
  refreshToken: settingField(z.string().trim().min(10).max(500), {
    label: { id: 'Refresh token', en: 'Refresh token' },
    help: {
      id: 'Dari OAuth 2.0 Playground, masuk sebagai akun instansi; langkahnya ada di panduan kanal ini.',
      en: 'From the OAuth 2.0 Playground, signed in as the office’s account; the channel’s guide has the steps.',
    },
    isSecret: true,
  }),
  signInUrl: settingField(z.url({ protocol: /^https?$/ }).default('https://oauth2.googleapis.com/token'), {
    label: { id: 'Alamat masuk', en: 'Sign-in address' },
    help: {
      id: 'Ubah hanya bila lalu lintas keluar harus melalui perantara.',
      en: 'Change it only when outgoing traffic must go through a relay.',
    },
    isAdvanced: true,
  }),
};

/** Where the channel's API answers. */
export function googleApiRootField(usual: string) {
  return settingField(z.url({ protocol: /^https?$/ }).default(usual), {
    label: { id: 'Alamat API', en: 'API address' },
    help: {
      id: 'Ubah hanya bila lalu lintas keluar harus melalui perantara.',
      en: 'Change it only when outgoing traffic must go through a relay.',
    },
    isAdvanced: true,
  });
}

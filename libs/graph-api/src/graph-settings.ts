import { settingField, type ConnectorContext } from '@app/connector-kit';
import { z } from 'zod';

/** What every channel of Meta needs to be reached and believed. */
export interface GraphSettings {
  readonly accessToken: string;
  readonly appSecret: string;
  /** Absent: the webhook lets nobody in. */
  readonly verifyToken?: string | undefined;
  readonly apiRoot: string;
  /** `v25.0` */
  readonly apiVersion: string;
}

export type GraphContext = ConnectorContext<GraphSettings>;

/** As Meta's dashboard shows it. */
export const appSecretValue = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{32}$/i, '32 × 0–9 a–f');

export const verifyTokenValue = z
  .string()
  .trim()
  .regex(/^[\x21-\x7e]{8,256}$/, '8–256 huruf atau angka tanpa spasi / letters or digits without spaces')
  .optional();

/** Fields to spread into a channel's settings schema; the access token's help differs, so it is the channel's own. */
export const graphSettingFields = {
  appSecret: settingField(appSecretValue, {
    label: { id: 'Kunci rahasia aplikasi', en: 'App secret' },
    help: {
      id: 'developers.facebook.com → aplikasi Anda → App settings → Basic → App secret → Show. Membuktikan bahwa kiriman berasal dari Meta.',
      en: 'developers.facebook.com → your app → App settings → Basic → App secret → Show. It proves that a delivery comes from Meta.',
    },
    isSecret: true,
  }),
  verifyToken: settingField(verifyTokenValue, {
    label: { id: 'Token verifikasi webhook', en: 'Webhook verify token' },
    help: {
      id: 'Kosongkan: Wadah membuatnya dan mendaftarkan webhook sendiri. Isi hanya bila Anda memasang webhook dengan tangan di dasbor Meta; tulis kata yang sama di sana.',
      en: 'Leave empty: Wadah makes one and registers the webhook itself. Fill it in only when you enter the webhook by hand in Meta’s dashboard; use the same word there.',
    },
    isSecret: true,
    isGenerated: true,
    isAdvanced: true,
  }),
  apiVersion: apiVersionField('Graph API', 'v25.0'),
};

/**
 * @param api as Meta calls it
 * @param usual e.g. `v25.0`
 */
export function apiVersionField(api: string, usual: string) {
  const version = z.string().regex(/^v\d+\.\d+$/, usual);
  return settingField(version.default(usual), {
    label: { id: `Versi ${api}`, en: `${api} version` },
    help: {
      id: 'Ubah hanya bila Meta mengumumkan bahwa versi ini dihentikan.',
      en: 'Change it only when Meta announces the end of this version.',
    },
    isAdvanced: true,
  });
}

/** Where the Graph API answers: `https://graph.facebook.com`, or `https://graph.instagram.com` for Instagram Login. */
export function graphRootField(usual: string) {
  return settingField(z.url({ protocol: /^https?$/ }).default(usual), {
    label: { id: 'Alamat Graph API', en: 'Graph API address' },
    help: {
      id: 'Ubah hanya bila lalu lintas keluar harus melalui perantara.',
      en: 'Change it only when outgoing traffic must go through a relay.',
    },
    isAdvanced: true,
  });
}

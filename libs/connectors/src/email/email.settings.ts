import { settingField } from '@app/connector-kit';
import { z } from 'zod';

const host = z
  .string()
  .trim()
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, 'Bukan nama server / not a server name (imap.example.go.id)');
const port = z.coerce.number().int().min(1).max(65_535);
const security = z.enum(['tls', 'starttls', 'none']);
const SECURITY_HELP = {
  id: 'tls: sejak awal (993, 465). starttls: dimulai di tengah (143, 587). none: tanpa enkripsi, hanya untuk jaringan sendiri.',
  en: 'tls: from the start (993, 465). starttls: begun on the way (143, 587). none: no encryption, only inside your own network.',
};
const GMAIL_M365 = { id: 'Hanya untuk login oauth2.', en: 'Only for the oauth2 login.' };

export const emailSettingsSchema = z
  .object({
    address: settingField(z.email().trim().toLowerCase(), {
      label: { id: 'Alamat e-mail', en: 'E-mail address' },
      help: {
        id: 'Alamat yang ditulisi warga; jawaban dikirim dari alamat ini.',
        en: 'The address that citizens write to; answers come from it.',
      },
    }),
    displayName: settingField(z.string().trim().max(100).optional(), {
      label: { id: 'Nama pengirim', en: 'Sender name' },
      help: {
        id: 'Yang dilihat warga, misalnya “Layanan Aduan Kota Contoh”.',
        en: 'What citizens see, e.g. “Complaints desk of Kota Contoh”.',
      },
    }),
    imapHost: settingField(host, {
      label: { id: 'Server IMAP', en: 'IMAP server' },
      help: { id: 'Gmail: imap.gmail.com', en: 'Gmail: imap.gmail.com' },
    }),
    imapPort: settingField(port.default(993), { label: { id: 'Port IMAP', en: 'IMAP port' } }),
    imapSecurity: settingField(security.default('tls'), {
      label: { id: 'Enkripsi IMAP', en: 'IMAP encryption' },
      help: SECURITY_HELP,
    }),
    smtpHost: settingField(host, {
      label: { id: 'Server SMTP', en: 'SMTP server' },
      help: { id: 'Gmail: smtp.gmail.com', en: 'Gmail: smtp.gmail.com' },
    }),
    smtpPort: settingField(port.default(465), { label: { id: 'Port SMTP', en: 'SMTP port' } }),
    smtpSecurity: settingField(security.default('tls'), {
      label: { id: 'Enkripsi SMTP', en: 'SMTP encryption' },
      help: SECURITY_HELP,
    }),
    username: settingField(z.string().trim().optional(), {
      label: { id: 'Nama pengguna', en: 'User name' },
      help: {
        id: 'Kosongkan bila sama dengan alamat e-mail.',
        en: 'Leave empty when it is the e-mail address.',
      },
    }),
    login: settingField(z.enum(['password', 'oauth2']).default('password'), {
      label: { id: 'Cara masuk', en: 'Login' },
      help: {
        id: 'oauth2: untuk Microsoft 365, dan Google Workspace tanpa sandi aplikasi.',
        en: 'oauth2: for Microsoft 365, and Google Workspace without app passwords.',
      },
    }),
    password: settingField(z.string().optional(), {
      label: { id: 'Kata sandi', en: 'Password' },
      help: {
        id: 'Gmail: sandi aplikasi (16 huruf), bukan kata sandi akun.',
        en: 'Gmail: an app password (16 letters), not the account’s password.',
      },
      isSecret: true,
    }),
    oauthUrl: settingField(z.url({ protocol: /^https?$/ }).default('https://oauth2.googleapis.com/token'), {
      label: { id: 'Alamat token OAuth2', en: 'OAuth2 token address' },
      help: {
        id: 'Microsoft 365: https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token',
        en: 'Microsoft 365: https://login.microsoftonline.com/<tenant>/oauth2/v2.0/token',
      },
      isAdvanced: true,
    }),
    oauthClientId: settingField(z.string().trim().optional(), {
      label: { id: 'OAuth2 client ID', en: 'OAuth2 client ID' },
      help: GMAIL_M365,
      isAdvanced: true,
    }),
    oauthClientSecret: settingField(z.string().trim().optional(), {
      label: { id: 'OAuth2 client secret', en: 'OAuth2 client secret' },
      help: GMAIL_M365,
      isSecret: true,
      isAdvanced: true,
    }),
    oauthRefreshToken: settingField(z.string().trim().optional(), {
      label: { id: 'OAuth2 refresh token', en: 'OAuth2 refresh token' },
      help: GMAIL_M365,
      isSecret: true,
      isAdvanced: true,
    }),
    historyDays: settingField(z.coerce.number().int().min(0).max(3650).default(7), {
      label: { id: 'Ambil surat lama (hari)', en: 'Fetch older mail (days)' },
      help: {
        id: 'Saat pertama kali dinyalakan; 0: hanya surat baru.',
        en: 'When first started; 0: new mail only.',
      },
    }),
    usesPlusAddress: settingField(z.boolean().default(false), {
      label: { id: 'Alamat balasan bertanda tiket', en: 'Reply address with the ticket' },
      help: {
        id: 'Balasan warga datang ke nama+A3F-7KMG@…; hanya bila server menerima alamat dengan tanda tambah.',
        en: 'Citizens answer to name+A3F-7KMG@…; only when the server takes addresses with a plus.',
      },
    }),
    marksAsRead: settingField(z.boolean().default(false), {
      label: { id: 'Tandai sudah dibaca', en: 'Mark as read' },
      help: {
        id: 'Setelah tersimpan. Bila mati, Wadah tidak mengubah apa pun di kotak surat.',
        en: 'Once it is stored. When off, Wadah changes nothing in the mailbox.',
      },
    }),
    sentCopies: settingField(z.enum(['wadah', 'provider', 'none']).default('wadah'), {
      label: { id: 'Salinan di folder Terkirim', en: 'Copies in the Sent folder' },
      help: {
        id: 'wadah: Wadah yang menyimpan. provider: Gmail dan Microsoft 365 menyimpan sendiri. none: tidak disimpan.',
        en: 'wadah: put there by Wadah. provider: Gmail and Microsoft 365 keep them by themselves. none: not kept.',
      },
    }),
    folder: settingField(z.string().trim().default('INBOX'), {
      label: { id: 'Folder', en: 'Folder' },
      isAdvanced: true,
    }),
    maxMegabytes: settingField(z.coerce.number().int().min(1).max(100).default(25), {
      label: { id: 'Ukuran surat terbesar (MB)', en: 'Largest mail (MB)' },
      help: {
        id: 'Dari surat yang lebih besar hanya teksnya diambil; lampirannya tetap di kotak surat.',
        en: 'Of larger mail only the text is fetched; its attachments stay in the mailbox.',
      },
      isAdvanced: true,
    }),
    trustedAuthServer: settingField(z.string().trim().optional(), {
      label: { id: 'Server pemeriksa pengirim', en: 'Server that checks senders' },
      help: {
        id: 'Nama di awal Authentication-Results milik server Anda, mis. mx.google.com. Kosong: SPF/DKIM/DMARC tidak ditampilkan.',
        en: 'The name at the start of your own server’s Authentication-Results, e.g. mx.google.com. Empty: SPF/DKIM/DMARC are not shown.',
      },
      isAdvanced: true,
    }),
    caCertificate: settingField(z.string().trim().optional(), {
      label: { id: 'Sertifikat CA sendiri (PEM)', en: 'Own CA certificate (PEM)' },
      help: {
        id: 'Bila sertifikat server diterbitkan oleh CA milik instansi sendiri.',
        en: 'When the server’s certificate was issued by your organisation’s own CA.',
      },
      isAdvanced: true,
    }),
    timeoutSeconds: settingField(z.coerce.number().int().min(1).max(60).default(15), {
      label: { id: 'Batas waktu server (detik)', en: 'Server time limit (seconds)' },
      isAdvanced: true,
    }),
  })
  .superRefine((settings, check) => {
    const missing = (field: string) =>
      check.addIssue({ code: 'custom', path: [field], message: 'Wajib diisi / required' });
    if (settings.login === 'password') {
      if (!settings.password) missing('password');
    } else {
      for (const field of ['oauthClientId', 'oauthRefreshToken'] as const) {
        if (!settings[field]) missing(field);
      }
    }
  });

export type EmailSettings = z.infer<typeof emailSettingsSchema>;

/** Lower case; the mailbox answers to these. */
export function ownAddresses({ address, username }: EmailSettings): string[] {
  const login = username?.toLowerCase();
  return login?.includes('@') && login !== address ? [address, login] : [address];
}

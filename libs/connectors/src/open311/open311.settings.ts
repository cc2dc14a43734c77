import { settingField } from '@app/connector-kit';
import { z } from 'zod';

export const open311SettingsSchema = z.object({
  apiKey: settingField(z.string().trim().min(16).max(200), {
    label: { id: 'Kunci API', en: 'API key' },
    help: {
      id: 'Karang sendiri, minimal 16 huruf acak, lalu berikan kepada pembuat aplikasi. Tanpa kunci ini tidak ada yang bisa mengirim laporan; melihat status tidak memerlukannya.',
      en: 'Make one up, at least 16 random characters, and give it to the maker of the app. Nobody can send reports without it; reading their status needs none.',
    },
    isSecret: true,
  }),
  organisation: settingField(z.string().trim().min(2).max(120).default('Pemerintah daerah'), {
    label: { id: 'Nama instansi', en: 'Organisation' },
    help: {
      id: 'Penanggung jawab laporan yang belum didisposisikan, misalnya "Pemkab Contoh".',
      en: 'Responsible for reports that were not passed to an agency yet.',
    },
  }),
  contact: settingField(z.string().trim().max(300).default(''), {
    label: { id: 'Kontak untuk pembuat aplikasi', en: 'Contact for makers of apps' },
    help: {
      id: 'Alamat email atau halaman tempat meminta kunci API; tampil di berkas discovery.',
      en: 'E-mail address or page where an API key can be asked for; shown in the discovery file.',
    },
  }),
  jurisdictionId: settingField(z.string().trim().max(100).default(''), {
    label: { id: 'Jurisdiction ID', en: 'Jurisdiction ID' },
    help: {
      id: 'Biasanya alamat situs instansi, misalnya contohkab.go.id. Boleh dikosongkan.',
      en: 'Usually the website of the office, for example contohkab.go.id. May be left empty.',
    },
    isAdvanced: true,
  }),
  showsTexts: settingField(z.boolean().default(false), {
    label: { id: 'Tampilkan isi laporan dan foto kepada umum', en: 'Show texts and pictures to everybody' },
    help: {
      id: 'Warga sering menulis nama dan nomor telepon di isi laporan. Bila mati, yang tampil hanya lokasi, jenis, status, dan jawaban.',
      en: 'Citizens often write names and phone numbers into their reports. When off, only place, kind, status and answer are shown.',
    },
  }),
});

export type Open311Settings = z.infer<typeof open311SettingsSchema>;

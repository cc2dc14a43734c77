import { settingField } from '@app/connector-kit';
import { z } from 'zod';

const shortText = z.string().trim().min(3).max(120);
const longText = z.string().trim().min(3).max(1000);

/** Every setting has a default: a form works from the moment it is added. */
export const webFormSettingsSchema = z.object({
  organisation: settingField(z.string().trim().min(2).max(120).default('pemerintah daerah'), {
    label: { id: 'Nama instansi penerima', en: 'Receiving organisation' },
    help: {
      id: 'Muncul di kalimat pengantar, misalnya "Pemerintah Kabupaten Kutai Timur".',
      en: 'Stands in the introduction, e.g. "Pemerintah Kabupaten Kutai Timur".',
    },
  }),
  title: settingField(shortText.default('Sampaikan laporan Anda'), {
    label: { id: 'Judul halaman', en: 'Page title (Indonesian)' },
  }),
  titleEnglish: settingField(shortText.default('Send us your report'), {
    label: { id: 'Judul halaman (Inggris)', en: 'Page title (English)' },
    isAdvanced: true,
  }),
  introduction: settingField(
    longText.default(
      'Keluhan, usulan, atau pertanyaan Anda dibaca oleh petugas. Anda mendapat kode untuk melihat jawabannya.',
    ),
    { label: { id: 'Kalimat pengantar', en: 'Introduction (Indonesian)' } },
  ),
  introductionEnglish: settingField(
    longText.default(
      'Your complaint, idea or question is read by an officer. You get a code to see the answer.',
    ),
    { label: { id: 'Kalimat pengantar (Inggris)', en: 'Introduction (English)' }, isAdvanced: true },
  ),
  asksName: settingField(z.boolean().default(true), {
    label: { id: 'Tanyakan nama', en: 'Ask for a name' },
    help: { id: 'Warga tetap boleh mengosongkannya.', en: 'Citizens may still leave it empty.' },
  }),
  asksPhotos: settingField(z.boolean().default(true), {
    label: { id: 'Terima foto', en: 'Take photos' },
    help: { id: 'Paling banyak 5 foto per kiriman.', en: 'At most 5 photos each time.' },
  }),
  asksContact: settingField(z.boolean().default(true), {
    label: { id: 'Tanyakan nomor HP dan email', en: 'Ask for phone and e-mail' },
    help: { id: 'Warga tetap boleh mengosongkannya.', en: 'Citizens may still leave it empty.' },
  }),
});

export type WebFormSettings = z.infer<typeof webFormSettingsSchema>;

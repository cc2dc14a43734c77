import { monthlyBudgetField, settingField } from '@app/connector-kit';
import { graphRootField, graphSettingFields } from '@app/graph-api';
import { z } from 'zod';

const graphId = z
  .string()
  .trim()
  .regex(/^\d{5,20}$/, 'Hanya angka / digits only');

export const whatsAppCloudSettingsSchema = z.object({
  accessToken: settingField(z.string().trim().min(20).regex(/^\S+$/), {
    label: { id: 'Token akses', en: 'Access token' },
    help: {
      id: 'Business settings → Users → System users → Generate token: pilih aplikasi Anda, kedaluwarsa "Never", centang whatsapp_business_messaging dan whatsapp_business_management.',
      en: 'Business settings → Users → System users → Generate token: your app, expiration "Never", tick whatsapp_business_messaging and whatsapp_business_management.',
    },
    isSecret: true,
  }),
  phoneNumberId: settingField(graphId, {
    label: { id: 'ID nomor telepon', en: 'Phone number ID' },
    help: {
      id: 'developers.facebook.com → aplikasi Anda → WhatsApp → API Setup. Bukan nomor teleponnya.',
      en: 'developers.facebook.com → your app → WhatsApp → API Setup. Not the phone number itself.',
    },
  }),
  businessAccountId: settingField(graphId, {
    label: { id: 'ID akun WhatsApp Business', en: 'WhatsApp Business account ID' },
    help: { id: 'Di halaman yang sama (WABA ID).', en: 'On the same page (WABA ID).' },
  }),
  ...graphSettingFields,
  utilityCostRupiah: settingField(z.number().min(0).default(357), {
    label: { id: 'Biaya templat "utility" (rupiah)', en: 'Cost of a "utility" template (rupiah)' },
    help: {
      id: 'Per pesan, di luar jendela 24 jam; di dalamnya gratis. Samakan dengan tarif Meta yang berlaku untuk Anda.',
      en: 'For a message outside the 24 hours; inside them it is free. Set it to Meta’s rate for you.',
    },
    isAdvanced: true,
  }),
  marketingCostRupiah: settingField(z.number().min(0).default(587), {
    label: { id: 'Biaya templat "marketing" (rupiah)', en: 'Cost of a "marketing" template (rupiah)' },
    help: {
      id: 'Per pesan, kapan pun. Samakan dengan tarif Meta yang berlaku untuk Anda.',
      en: 'For a message at any time. Set it to Meta’s rate for you.',
    },
    isAdvanced: true,
  }),
  monthlyBudgetRupiah: monthlyBudgetField(0),
  apiRoot: graphRootField('https://graph.facebook.com'),
});

export type WhatsAppCloudSettings = z.infer<typeof whatsAppCloudSettingsSchema>;

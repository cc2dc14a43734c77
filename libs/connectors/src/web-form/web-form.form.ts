import type {
  HostedForm,
  HostedFormAddition,
  HostedFormOutcome,
  HostedFormPhoto,
  HostedFormView,
} from '@app/connector-kit';
import { cleanText, readPhone } from '@app/report-model';
import { z } from 'zod';
import { fieldsFor } from './web-form.fields.js';
import {
  MAX_TEXT_LENGTH,
  additionPayloadSchema,
  positionSchema,
  submissionPayloadSchema,
  type AdditionPayload,
  type SubmissionPayload,
} from './web-form.payload.js';
import type { WebFormSettings } from './web-form.settings.js';
import { trackingSecretOf } from './web-form.tracking-secret.js';

type Problems = Record<string, { readonly id: string; readonly en: string }>;
type Fields = Readonly<Record<string, string>>;

export const webFormForm: HostedForm<WebFormSettings> = {
  describe(settings: WebFormSettings): HostedFormView {
    return {
      title: { id: settings.title, en: settings.titleEnglish },
      introduction: {
        id: `Untuk ${settings.organisation}. ${settings.introduction}`,
        en: `To ${settings.organisation}. ${settings.introductionEnglish}`,
      },
      fields: fieldsFor(settings),
    };
  },

  /** Besides the described fields the page sends `submissionId` and `website`, a field that people do not see. */
  parse(
    sent: Fields,
    settings: WebFormSettings,
    receivedAt: Date,
    photos: readonly HostedFormPhoto[] = [],
  ): HostedFormOutcome {
    const fields = withoutNameIfAnonymous(sent);
    const problems = { ...problemsOf(fields, settings), ...problemsOfId(fields['submissionId']) };
    if (Object.keys(problems).length > 0) return { kind: 'invalid', problems };
    const submissionId = fields['submissionId'] ?? '';
    const given = (name: string) => (isAsked(name, settings) ? typed(fields, name) || undefined : undefined);
    const payload: SubmissionPayload = submissionPayloadSchema.parse({
      submissionId,
      submittedAt: receivedAt.toISOString(),
      text: typed(fields, 'text'),
      place: given('place'),
      name: given('name'),
      email: given('email'),
      phone: readPhone(given('phone') ?? '')?.number,
      isAnonymous: given('anonymous') !== undefined,
      isConfidential: given('confidential') !== undefined,
      position: positionSchema.safeParse(given('position')).data,
      photos: settings.asksPhotos ? photos : [],
      trackingSecret: trackingSecretOf(submissionId),
      trap: typed(fields, 'website') || undefined,
    });
    return accepted('submission', submissionId, submissionId, payload);
  },

  parseAddition(addition: HostedFormAddition, receivedAt: Date): HostedFormOutcome {
    const text = cleanText(addition.text).trim();
    const isOnlyPhotos = text === '' && addition.photos !== undefined && addition.photos.length > 0;
    const problems = {
      ...(isOnlyPhotos ? {} : problemsOfText(text, NO_TEXT.addition)),
      ...problemsOfId(addition.submissionId),
    };
    if (Object.keys(problems).length > 0) return { kind: 'invalid', problems };
    const payload: AdditionPayload = additionPayloadSchema.parse({
      ...addition,
      text,
      submittedAt: receivedAt.toISOString(),
    });
    return accepted('addition', addition.submissionId, addition.conversationExternalId, payload);
  },
};

function accepted(
  kind: string,
  submissionId: string,
  conversationKey: string,
  payload: unknown,
): HostedFormOutcome {
  return {
    kind: 'accepted',
    submissionId,
    event: { status: 'readable', kind, externalId: submissionId, conversationKey, payload },
  };
}

/** Whoever sends without a name need not take back what a browser has filled in. */
function withoutNameIfAnonymous(fields: Fields): Fields {
  return fields['anonymous'] ? { ...fields, name: '', phone: '', email: '' } : fields;
}

function typed(fields: Fields, name: string): string {
  return cleanText(fields[name] ?? '').trim();
}

function isAsked(name: string, settings: WebFormSettings): boolean {
  return fieldsFor(settings).some((field) => field.name === name);
}

function problemsOf(fields: Fields, settings: WebFormSettings): Problems {
  const problems = problemsOfText(typed(fields, 'text'), NO_TEXT.report);
  for (const { name, maxLength } of fieldsFor(settings)) {
    const length = typed(fields, name).length;
    if (name !== 'text' && maxLength !== undefined && length > maxLength) {
      problems[name] = tooLong(length, maxLength);
    }
  }
  const email = typed(fields, 'email');
  if (settings.asksContact && email !== '' && !z.email().safeParse(email).success) {
    problems['email'] ??= {
      id: 'Alamat email ini tidak lengkap. Contoh: nama@contoh.id. Boleh dikosongkan.',
      en: 'This e-mail address is not complete. Example: name@example.org. It may be left empty.',
    };
  }
  const phone = typed(fields, 'phone');
  if (settings.asksContact && phone !== '' && readPhone(phone) === null) {
    problems['phone'] ??= {
      id: 'Nomor ini tidak terbaca. Contoh: 0812 3456 7890. Boleh dikosongkan.',
      en: 'This number could not be read. Example: 0812 3456 7890. It may be left empty.',
    };
  }
  return problems;
}

const NO_TEXT = {
  report: { id: 'Tuliskan laporan Anda di sini.', en: 'Please write your report here.' },
  addition: { id: 'Tuliskan tambahan Anda di sini.', en: 'Please write your addition here.' },
};

function problemsOfText(text: string, none: Problems[string]): Problems {
  if (text === '') return { text: none };
  if (text.length > MAX_TEXT_LENGTH) return { text: tooLong(text.length, MAX_TEXT_LENGTH) };
  return {};
}

function problemsOfId(submissionId: string | undefined): Problems {
  if (z.uuid().safeParse(submissionId).success) return {};
  return {
    submissionId: {
      id: 'Halaman ini sudah lama terbuka. Kirim sekali lagi.',
      en: 'Please send it once more.',
    },
  };
}

function tooLong(length: number, limit: number): { id: string; en: string } {
  return {
    id: `Terlalu panjang: ${length.toLocaleString('id')} dari paling banyak ${limit.toLocaleString('id')} huruf.`,
    en: `Too long: ${length.toLocaleString('en')} of at most ${limit.toLocaleString('en')} characters.`,
  };
}

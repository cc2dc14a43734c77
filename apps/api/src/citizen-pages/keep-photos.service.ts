import { Injectable } from '@nestjs/common';
import type { HostedFormField } from '@app/connector-kit';
import { FormPhotoRepository, SettingRepository, type FormPhotoRow } from '@app/database';
import { StoreFileService, stripMetadata } from '@app/media';
import type { Bilingual } from './language.js';
import type { SubmittedFile, SubmittedForm } from './read-form.js';

/** Photos of a form as they are now, and what was not taken. */
export interface KeptPhotos {
  readonly photos: readonly FormPhotoRow[];
  readonly problem?: Bilingual;
}

/** Keeps the photos of a form at once: when something else is wrong with it, nobody has to choose them again. */
@Injectable()
export class KeepPhotosService {
  constructor(
    private readonly rows: FormPhotoRepository,
    private readonly settings: SettingRepository,
    private readonly store: StoreFileService,
  ) {}

  /** Bytes that one photo may have. */
  async maxBytes(field: HostedFormField | undefined): Promise<number> {
    return field ? Math.min(field.maxBytes ?? Infinity, await this.settings.maxMediaBytes()) : 0;
  }

  async ofSubmission(submissionId: string): Promise<readonly FormPhotoRow[]> {
    return this.rows.ofSubmission(submissionId);
  }

  /** The form goes on under another id, with its photos. */
  async moveOn(from: string, to: string): Promise<void> {
    await this.rows.copy(from, to);
  }

  /**
   * @param submissionId a UUID
   * @param maxBytes as it was read with
   */
  async keep(
    connectionId: string,
    submissionId: string,
    form: SubmittedForm,
    field: HostedFormField | undefined,
    maxBytes: number,
  ): Promise<KeptPhotos> {
    if (!field) return { photos: [] };
    if (form.removed.length > 0) await this.rows.remove(submissionId, form.removed);
    const refused: Bilingual[] = [];
    let photos = await this.rows.ofSubmission(submissionId);
    if (photos.length < Number(form.fields['photoCount'] ?? 0) - form.removed.length) refused.push(GONE);
    for (const file of form.files) {
      const problem = await this.take(connectionId, submissionId, file, photos, field, maxBytes);
      if (problem) refused.push(problem);
      photos = await this.rows.ofSubmission(submissionId);
    }
    return refused.length === 0 ? { photos } : { photos, problem: joined(refused) };
  }

  private async take(
    connectionId: string,
    submissionId: string,
    { fileName, body }: SubmittedFile,
    photos: readonly FormPhotoRow[],
    { maxCount = 1 }: HostedFormField,
    maxBytes: number,
  ): Promise<Bilingual | null> {
    if (body === null) return tooLarge(fileName, maxBytes);
    const picture = await stripMetadata(body);
    if (!picture) return noPicture(fileName);
    const file = await this.store.store(picture);
    if (photos.some(({ sha256 }) => sha256 === file.sha256)) return null;
    if (photos.length >= maxCount) return tooMany(fileName, maxCount);
    await this.rows.add(connectionId, submissionId, { ...file, fileName: fileName.slice(-100) });
    return null;
  }
}

const GONE: Bilingual = {
  id: 'Foto yang tadi dipilih sudah tidak tersimpan karena halaman lama terbuka. Pilih lagi fotonya.',
  en: 'The photos chosen before are no longer kept, as the page was open for long. Please choose them again.',
};

const AGAIN: Bilingual = {
  id: 'Kirim sekali lagi untuk melanjutkan tanpa itu.',
  en: 'Send once more to go on without it.',
};

function tooLarge(name: string, maxBytes: number): Bilingual {
  const megabytes = Math.floor(maxBytes / 1_000_000);
  return {
    id: `“${name}” lebih besar dari ${megabytes} MB dan tidak ikut. Pilih foto yang lebih kecil.`,
    en: `“${name}” is larger than ${megabytes} MB and was left out. Please choose a smaller photo.`,
  };
}

function noPicture(name: string): Bilingual {
  return {
    id: `“${name}” bukan foto JPG, PNG, atau WebP yang terbaca dan tidak ikut.`,
    en: `“${name}” is no JPG, PNG or WebP picture that could be read and was left out.`,
  };
}

function tooMany(name: string, maxCount: number): Bilingual {
  return {
    id: `“${name}” tidak ikut: paling banyak ${maxCount} foto.`,
    en: `“${name}” was left out: at most ${maxCount} photos.`,
  };
}

function joined(problems: readonly Bilingual[]): Bilingual {
  const all = [...problems, AGAIN];
  return {
    id: all.map(({ id }) => id).join(' '),
    en: all.map(({ en }) => en).join(' '),
  };
}

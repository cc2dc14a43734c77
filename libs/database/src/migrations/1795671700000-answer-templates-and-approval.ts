import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Texts that officers answer with, and answers that a colleague looks over before they are sent. */
export class AnswerTemplatesAndApproval1795671700000 implements MigrationInterface {
  name = 'AnswerTemplatesAndApproval1795671700000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table answer_templates (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      text_id text not null,
      text_en text,
      updated_at timestamptz not null default now()
    )`);
    for (const [name, textId, textEn] of FIRST) {
      await runner.query('insert into answer_templates (name, text_id, text_en) values ($1, $2, $3)', [
        name,
        textId,
        textEn,
      ]);
    }
    await runner.query(stateCheck([...STATES, 'proposed']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table answer_templates');
    await runner.query(`update replies set state = 'cancelled' where state = 'proposed'`);
    await runner.query(stateCheck(STATES));
  }
}

const STATES = ['queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unknown', 'cancelled'];

function stateCheck(states: readonly string[]): string {
  return `alter table replies drop constraint replies_state_check,
    add constraint replies_state_check check (state in (${states.map((state) => `'${state}'`).join(', ')}))`;
}

/** Something to begin with; an admin changes or removes them. */
const FIRST = [
  [
    'Laporan diterima',
    'Terima kasih, {nama}. Laporan Anda kami terima dengan kode {kode}. Kami akan memeriksanya dan mengabari Anda.',
    'Thank you, {nama}. We have received your report under the code {kode}. We will look into it and let you know.',
  ],
  [
    'Diteruskan ke instansi',
    'Laporan {kode} kami teruskan ke {instansi} untuk ditindaklanjuti. Perkembangannya akan kami sampaikan di sini.',
    'We have passed report {kode} on to {instansi}. We will tell you here how it goes on.',
  ],
  [
    'Minta keterangan',
    'Agar laporan {kode} dapat kami tindaklanjuti, mohon sebutkan lokasi yang tepat, waktu kejadian, dan sertakan foto bila ada.',
    'So that we can act on report {kode}, please tell us the exact place and time, and add a photo if you have one.',
  ],
  [
    'Selesai ditangani',
    'Laporan {kode} telah ditangani. Bila masalahnya masih ada, balas pesan ini. Terima kasih. {organisasi}',
    'Report {kode} has been dealt with. If the problem is still there, answer this message. Thank you. {organisasi}',
  ],
  [
    'Bukan wewenang kami',
    'Terima kasih atas laporan {kode}. Hal ini bukan wewenang {organisasi}; silakan sampaikan kepada instansi yang berwenang.',
    'Thank you for report {kode}. This is not for {organisasi} to decide; please turn to the authority in charge.',
  ],
] as const;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counters of failed sign-ins, in the shape that rate-limiter-flexible reads. Unlogged: a crash may forget them. */
export class SignInAttempts1763900001000 implements MigrationInterface {
  name = 'SignInAttempts1763900001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create unlogged table sign_in_attempts (
        key varchar(255) primary key,
        points integer not null default 0,
        expire bigint
      )`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table sign_in_attempts');
  }
}

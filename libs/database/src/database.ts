import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ClientBase } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import { isDeadlock } from './database-errors.js';

export type Row = Record<string, unknown>;

/** What statements run on: the pool, or one transaction. */
export interface Queryable {
  /** @returns the rows, also of `returning` clauses */
  query<Result extends object = Row>(sql: string, parameters?: readonly unknown[]): Promise<Result[]>;
}

/** The way to PostgreSQL for every repository. */
@Injectable()
export class Database implements Queryable, OnApplicationShutdown {
  constructor(readonly dataSource: DataSource) {}

  async query<Result extends object = Row>(
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<Result[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await rowsOf<Result>(runner, sql, parameters);
    } finally {
      await runner.release();
    }
  }

  /**
   * Like `query`, for a fixed statement that takes longer to plan than to run: each connection plans it once.
   * @param name of the statement, the same for no other one
   */
  async planned<Result extends object>(
    name: string,
    sql: string,
    parameters: readonly unknown[],
  ): Promise<Result[]> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const client = (await runner.connect()) as ClientBase;
      const { rows } = await client.query<Result>({ name, text: sql, values: [...parameters] });
      return rows;
    } finally {
      await runner.release();
    }
  }

  /**
   * Commits when `work` returns, rolls back when it throws. After a deadlock with another transaction `work` runs
   * again, at most twice: it must do nothing but use `tx`.
   */
  async transaction<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result> {
    return this.againAfterDeadlock(() => this.attempt(work));
  }

  /** For `work` that is one statement, or has a transaction of its own: at most three attempts. */
  async againAfterDeadlock<Result>(work: () => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (!isDeadlock(error) || attempt === 3) throw error;
      }
    }
  }

  private async attempt<Result>(work: (tx: Queryable) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.startTransaction();
      const result = await work({
        query: <R extends object>(sql: string, parameters: readonly unknown[] = []) =>
          rowsOf<R>(runner, sql, parameters),
      });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}

async function rowsOf<Result extends object>(
  runner: QueryRunner,
  sql: string,
  parameters: readonly unknown[],
): Promise<Result[]> {
  const result = await runner.query(sql, [...parameters], true);
  return result.records as Result[];
}

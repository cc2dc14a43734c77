import { StandardSchemaValidationPipe } from '@nestjs/common';
import { ProblemError } from './problem.js';

const MAX_ERRORS = 50;

/** Checks every parameter that has a schema. Names the wrong fields, never what was in them. */
export function validationPipe(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new ProblemError('validation', {
        errors: issues.slice(0, MAX_ERRORS).map((issue) => ({
          field: (issue.path ?? [])
            .map((part) => String(typeof part === 'object' ? part.key : part))
            .join('.'),
          message: issue.message,
        })),
      }),
  });
}

import type { FieldPath } from '../../../findings/field-path';
import type { FieldErrors } from '../../field-errors';

/** The paths that the sources of a volume have written so far; clashes are reported at the volume. */
export class WrittenPaths {
  private readonly taken = new Set<string>();
  private readonly volume: FieldPath;
  private readonly errors: FieldErrors;

  constructor(volume: FieldPath, errors: FieldErrors) {
    this.volume = volume;
    this.errors = errors;
  }

  add(path: string): void {
    if (this.taken.has(path)) {
      this.errors.invalid('volume/projection', this.volume, path, 'two sources write this path');
    }
    this.taken.add(path);
  }

  /** Those of `files` that have a path. */
  addAll(
    files: readonly ({ readonly path?: string | null | undefined } | null | undefined)[] | null | undefined,
  ): void {
    for (const file of files ?? []) {
      if (file?.path != null && file.path !== '') this.add(file.path);
    }
  }
}

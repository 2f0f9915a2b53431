import type { FieldError } from '../../lib/validation/field-errors';
import { compare, subjectOf } from './compare';
import type { CorpusEntry } from './corpus';
import type { Json } from './json';
import { shrink } from './shrink';
import type { Judge, Verdict } from './verdict';

/** One thing about which the server and we disagree, and the smallest manifest seen that shows it. */
export interface Disagreement {
  readonly subject: string;
  readonly id: string;
  readonly sameVerdict: boolean;
  readonly manifest: Json;
  readonly server: Verdict;
  readonly ours: readonly FieldError[];
  /** How many manifests show it. */
  readonly count: number;
}

/** How many answers agree, in all and for each kind. */
export interface Agreement {
  asked: number;
  /** Left out: they depend on what the cluster holds. */
  state: number;
  verdicts: number;
  sets: number;
  accepted: number;
}

export type Validate = (manifest: Json) => readonly FieldError[];

/** Asks the server about each manifest and gathers what it says otherwise than we do. */
export class Disagreements {
  readonly found = new Map<string, Disagreement>();
  readonly agreement = new Map<string, Agreement>();
  private readonly judge: Judge;
  private readonly validate: Validate;

  constructor(judge: Judge, validate: Validate) {
    this.judge = judge;
    this.validate = validate;
  }

  async ask(entries: Iterable<CorpusEntry>, atOnce = 32): Promise<void> {
    const waiting: Promise<void>[] = [];
    for (const entry of entries) {
      waiting.push(this.askOne(entry));
      if (waiting.length >= atOnce) await waiting.shift();
    }
    await Promise.all(waiting);
    await this.shrinkAll();
  }

  private async askOne({ id, manifest }: CorpusEntry): Promise<void> {
    const server = await this.judge.ask(manifest);
    const figures = this.figuresOf(String(manifest['kind']));
    figures.asked++;
    if (server.verdict === 'state') {
      figures.state++;
      return;
    }
    const ours = this.validate(manifest);
    const { sameVerdict, differences } = compare(server, ours);
    if (server.verdict === 'accept') figures.accepted++;
    if (sameVerdict) figures.verdicts++;
    if (differences.length === 0) figures.sets++;
    for (const subject of new Set(differences.map(subjectOf))) {
      const known = this.found.get(subject);
      const count = (known?.count ?? 0) + 1;
      // A wrong verdict is the better example of two.
      const better = known === undefined || (known.sameVerdict && !sameVerdict);
      this.found.set(
        subject,
        better ? { subject, id, sameVerdict, manifest, server, ours, count } : { ...known, count },
      );
    }
  }

  private async shrinkAll(): Promise<void> {
    for (const [subject, known] of this.found) {
      const shows = async (smaller: Json) => {
        const server = await this.judge.ask(smaller);
        const { sameVerdict, differences } = compare(server, this.validate(smaller));
        // A manifest that is wrongly accepted or refused must not shrink to one that is refused for another reason too.
        const asWrong = known.sameVerdict || !sameVerdict;
        return server.verdict !== 'state' && asWrong && differences.some((one) => subjectOf(one) === subject);
      };
      const manifest = await shrink(known.manifest, shows);
      this.found.set(subject, {
        ...known,
        manifest,
        server: await this.judge.ask(manifest),
        ours: this.validate(manifest),
      });
    }
  }

  private figuresOf(kind: string): Agreement {
    let figures = this.agreement.get(kind);
    if (figures === undefined)
      this.agreement.set(kind, (figures = { asked: 0, state: 0, verdicts: 0, sets: 0, accepted: 0 }));
    return figures;
  }
}

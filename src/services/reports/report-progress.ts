import type { Card } from '../../chat/card.ts';
import type { Place } from '../../chat/interaction.ts';
import { withLanguage } from '../../chat/platform-phrases.ts';
import type { Report } from '../../store/reports/report-entities.ts';
import type { Words } from '../../strings/index.ts';
import { progressCard } from '../../views/reports/report-card.ts';
import { type DeliveryDeps, notify } from '../delivery.ts';

/** One message that shows how far a report is; where it cannot be changed, only the last word is said. */
export class ReportProgress {
  readonly #report: Report;
  readonly #parts: DeliveryDeps;
  readonly #words: Words;
  #message: string | undefined;

  constructor(report: Report, parts: DeliveryDeps, words: Words) {
    this.#report = report;
    this.#parts = parts;
    this.#words = words;
    this.#message = report.message ?? undefined;
  }

  /** Shows what is being done. */
  async step(at: number): Promise<void> {
    const { workspaceId, reportId, place } = this.#report;
    const card = withLanguage(progressCard(at, this.#words), this.#words.language);
    if (this.#message !== undefined) return void (await this.#update(card));
    if (at > 0) return;
    const sent = await this.#adapter()?.post(place as Place, card);
    if (sent?.kind !== 'sent') return;
    this.#message = sent.message;
    await this.#parts.store.inWorkspace(workspaceId, ({ reports }) =>
      reports.setProgressMessage(reportId, sent.message),
    );
  }

  /** Puts the last word where the steps were, or says it anew. */
  async say(last: Card): Promise<void> {
    const card = withLanguage(last, this.#words.language);
    if (this.#message !== undefined && (await this.#update(card))) return;
    await notify(this.#report.place as Place, card, this.#parts);
  }

  async #update(card: Card): Promise<boolean> {
    const updated = await this.#adapter()?.update(this.#report.place as Place, this.#message ?? '', card);
    return updated?.kind === 'sent';
  }

  #adapter() {
    return this.#parts.adapters?.find(({ platform }) => platform === this.#report.place.platform);
  }
}

import type { Card } from '../../chat/card.ts';
import { withLanguage } from '../../chat/platform-phrases.ts';
import type { Report } from '../../store/reports/report-entities.ts';
import type { Words } from '../../strings/index.ts';
import { progressCard } from '../../views/reports/report-card.ts';
import { type ConnectedPlace, findAdapter } from '../find-adapter.ts';
import { type DeliveryDeps, sendAnswer } from '../notifications/delivery.ts';

/** One message with the progress of a report. If the platform can't update it, only the result is posted. */
export class ReportProgress {
  readonly #report: Report;
  readonly #deps: DeliveryDeps;
  readonly #words: Words;
  readonly #connected: ConnectedPlace | undefined;
  #message: string | undefined;

  constructor(report: Report, deps: DeliveryDeps, words: Words) {
    this.#report = report;
    this.#deps = deps;
    this.#words = words;
    this.#connected = findAdapter(report.place, deps.adapters);
    this.#message = report.message ?? undefined;
  }

  /** Shows the current step, counted from 0. */
  async showStep(step: number): Promise<void> {
    const { workspaceId, reportId } = this.#report;
    const card = withLanguage(progressCard({ reportId, at: step }, this.#words), this.#words.language);
    if (this.#message !== undefined) return this.#update(card);
    if (step > 0) return;
    const sent = await this.#connected?.adapter.post(this.#connected.place, card);
    if (sent?.kind !== 'sent') return;
    this.#message = sent.message;
    await this.#deps.store.inWorkspace(workspaceId, ({ reports }) =>
      reports.setProgressMessage(reportId, sent.message),
    );
  }

  /** Replaces the progress by the result, or posts the result; what the platform doesn't take now is sent later. */
  async finish(card: Card): Promise<void> {
    const { workspaceId, personId, place: to } = this.#report;
    const recipient = { personId, to, words: this.#words };
    await sendAnswer(workspaceId, { recipient, card, replaces: this.#message }, this.#deps);
  }

  async #update(card: Card): Promise<void> {
    await this.#connected?.adapter.update(this.#connected.place, this.#message ?? '', card);
  }
}
